namespace ImageStreams.Manifests;

/// <summary>The sentences about texts that cannot be read. None repeats a part of the text, which may be a secret.</summary>
internal static class TextSyntaxTexts
{
    public const string AliasInItself = "The alias stands inside the value that it repeats, which would never end; write the value out.";

    public const string UnknownAnchor =
        "The alias has no anchor before it in its document; write the value out, or put a text that begins with '*' in quotes.";

    public const string ControlCharacter =
        "The text is not YAML: a control character stands here; write it as an escape in double quotes, such as '\\e'.";

    public const string EmptyKey = "The text is not YAML that the cluster reads: a key is empty; write a key before the ':'.";

    public const string KeyIsNoText = "a key is a list or a mapping; write a text, in quotes when it begins with '{' or '['";

    public const string MergeConflict =
        "The text has the markers of an unresolved merge conflict; keep one side, and delete the lines '<<<<<<<', '=======' and '>>>>>>>'.";

    public const string HelmTemplate =
        "The text is the source of a Helm template, not YAML: '{{' is replaced only by Helm; read the output of 'helm template' instead.";

    public const string GluedColon = "The text is not YAML: the blank after the ':' of a key is missing; write ': '.";

    public const string Tab = "The text is not YAML: a tab stands in the indentation; write blanks instead.";

    public const string UnclosedQuote = "The text is not YAML: the quote that is opened here is closed nowhere, or too late; close it.";

    public const string UnknownEscape =
        "The text is not YAML: the escape after '\\' is unknown; write '\\\\' for a backslash, or put the text in single quotes.";

    public const string NotYaml = "The text is not YAML from here on; check indentation, quotes, brackets, and blanks after ':' and '-'.";

    public const string Binary = "The text has a NUL character: the file is binary, or not in UTF-8; save it as UTF-8.";

    public static string DuplicateKey(string key) =>
        $"The key {key} stands twice in its mapping: the last one counts, and strict readers refuse both; remove one.";

    public static string MoreProblems(int limit) =>
        $"The text has more than {limit} problems, and those from here on are not listed; solve the ones before first.";

    public static string MoreBroken(int limit) =>
        $"The text has more than {limit} documents that cannot be read, and nothing is read from here on; solve the problems before first.";

    public static string TooDeep(int limit) => $"The text has more than {limit} lists and mappings in each other; it is not read.";

    public static string TooManyNodes(int limit) => $"The text has more than {limit} values; split it into several files.";

    public static string AliasesTooLarge(long nodes, long characters) =>
        $"The aliases of the text repeat more than {nodes} values or {characters} characters; "
        + "write the values out.";

    public static string BrokenFlow(char bracket) =>
        $"The text is not YAML: the '{bracket}' that is opened here is not closed, or a comma or a quote is missing in it; "
        + $"close it with '{(bracket == '[' ? ']' : '}')}', and indent its lines more than its key.";
}
