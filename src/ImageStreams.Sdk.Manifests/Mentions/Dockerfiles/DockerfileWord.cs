namespace ImageStreams.Manifests;

/// <summary>A word of an instruction.</summary>
/// <param name="Start">The offset in the text of the instruction.</param>
/// <param name="End">The end, exclusive.</param>
internal readonly record struct DockerfileWord(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>Takes the quotes around a part of a text away, if it has some.</summary>
    public static DockerfileWord Unquote(string text, int start, int end) =>
        end - start >= 2 && text[start] is ('"' or '\'') && text[end - 1] == text[start]
            ? new DockerfileWord(start + 1, end - 1)
            : new DockerfileWord(start, end);
}
