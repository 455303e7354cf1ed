namespace ImageStreams.Manifests;

/// <summary>One instruction of a Dockerfile, its lines put together.</summary>
internal sealed class DockerfileInstruction(MappedText text, char escape)
{
    private List<DockerfileWord>? _words;

    /// <summary>The text, without continuation characters and comments.</summary>
    public MappedText Text { get; } = text;

    /// <summary>The words, the keyword among them.</summary>
    public IReadOnlyList<DockerfileWord> Words => _words ??= DockerfileWords.Split(Text.Text, escape);

    /// <summary>The index of the keyword: 1 behind <c>ONBUILD</c>, 0 otherwise.</summary>
    public int KeywordIndex => Words.Count > 1 && IsWord(0, "ONBUILD") ? 1 : 0;

    /// <summary>The keyword in upper case; empty when there is none.</summary>
    public string Keyword => Words.Count > 0 ? GetText(KeywordIndex).ToUpperInvariant() : "";

    /// <summary>Gets the text of a word, quotes included.</summary>
    public string GetText(int word) => Text.Text[Words[word].Start..Words[word].End];

    /// <summary>Determines whether a word is a keyword, in whatever case.</summary>
    public bool IsWord(int word, string keyword) =>
        word < Words.Count && Text.Text.AsSpan(Words[word].Start, Words[word].Length).Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Determines whether a word is a flag, such as <c>--platform=linux/amd64</c>.</summary>
    public bool IsFlag(int word) =>
        word < Words.Count && Text.Text.AsSpan(Words[word].Start, Words[word].Length).StartsWith("--");
}
