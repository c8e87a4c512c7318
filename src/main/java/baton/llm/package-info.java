/**
 * Asks real models: LangChain4j for the wire formats, and around it what a run of hours needs.
 *
 * <p>Owns the connection (clocks, caps, proxy, cancelling), the judgement whether an answer is complete, retries, the limiter
 * every agent of a key shares, and which providers there are. Does not decide which model an agent uses nor what a request
 * says (that is {@code engine}) and never keeps a key longer than the process. {@code cli} wires it; {@code runtime} calls it
 * through {@code AgentModel}.
 */
@NullMarked
package baton.llm;

import org.jspecify.annotations.NullMarked;
