namespace ImageStreams.Manifests;

/// <summary>Finds the images in the flags of instructions: <c>COPY --from=</c> and <c>RUN --mount=…,from=</c>.</summary>
internal static class DockerfileFlags
{
    private const string CopyFlag = "--from=";
    private const string MountFlag = "--mount=";
    private const string MountField = "from=";

    /// <summary>Finds the images of an instruction.</summary>
    public static IEnumerable<DockerfileImage> Find(DockerfileInstruction instruction)
    {
        var flag = instruction.Keyword == "COPY" ? CopyFlag : MountFlag;
        for (var word = instruction.KeywordIndex + 1; instruction.IsFlag(word); word++)
        {
            var (start, end) = instruction.Words[word];
            if (!IsAt(instruction, start, end, flag))
            {
                continue;
            }

            var value = DockerfileWord.Unquote(instruction.Text.Text, start + flag.Length, end);
            value = flag == CopyFlag ? value : FindField(instruction, value);
            if (value.Length > 0)
            {
                yield return Create(instruction, flag, value);
            }
        }
    }

    private static bool IsAt(DockerfileInstruction instruction, int start, int end, string text) =>
        instruction.Text.Text.AsSpan(start, end - start).StartsWith(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the value of the field <c>from</c> among those of a mount; empty when there is none.</summary>
    private static DockerfileWord FindField(DockerfileInstruction instruction, DockerfileWord mount)
    {
        for (var at = mount.Start; at < mount.End;)
        {
            var length = instruction.Text.Text.AsSpan(at, mount.End - at).IndexOf(',');
            var end = length < 0 ? mount.End : at + length;
            if (IsAt(instruction, at, end, MountField))
            {
                return DockerfileWord.Unquote(instruction.Text.Text, at + MountField.Length, end);
            }

            at = end + 1;
        }

        return new DockerfileWord(mount.End, mount.End);
    }

    private static DockerfileImage Create(DockerfileInstruction instruction, string flag, DockerfileWord word)
    {
        var text = instruction.Text;
        var hasVariable = text.Text.AsSpan(word.Start, word.Length).Contains('$');
        var value = hasVariable
            ? new VariableValue([], MentionTexts.NoVariables)
            : new VariableValue([.. text.ToPieces(word.Start, word.End)]);
        return new DockerfileImage($"{instruction.Keyword} {flag.TrimEnd('=')}", text.ToSource(word.Start, word.End), value, !hasVariable);
    }
}
