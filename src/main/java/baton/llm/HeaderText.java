package baton.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The text of a configured header, in which {@code ${NAME}} stands for a variable of the environment. */
final class HeaderText {
    private HeaderText() {}

    static List<String> variablesOf(String text) {
        var names = new ArrayList<String>();
        filled(text, name -> {
            names.add(name);
            return "";
        });
        return names;
    }

    static String filled(String text, UnaryOperator<String> values) {
        var out = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            out.append(text, from, start).append(values.apply(text.substring(start + 2, end)));
            from = end + 1;
        }
        return out.append(text, from, text.length()).toString();
    }
}
