namespace ImageStreams.Manifests;

/// <summary>The variables of a Dockerfile: the defaults of <c>ARG</c> before the first <c>FROM</c>, and those that stages use.</summary>
internal sealed class DockerfileVariables
{
    private readonly Dictionary<string, VariableValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Finds the default of a variable; null when it has none.</summary>
    public VariableValue? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Finds a variable whose default is only a part of an image name, though a stage uses it, too; null when there is none.</summary>
    public string? FindUsed(VariableValue value) => value.Pieces.Count > 1 && value.Pieces[^1].Variable is { } name && _used.Contains(name)
        ? name
        : null;

    /// <summary>Reads an instruction <c>ARG</c>.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="isInStage">True behind the first <c>FROM</c>.</param>
    public void Read(DockerfileInstruction instruction, bool isInStage)
    {
        for (var word = instruction.KeywordIndex + 1; word < instruction.Words.Count; word++)
        {
            var text = instruction.GetText(word);
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (isInStage && equals < 0)
            {
                _used.Add(text);
            }
            else if (!isInStage && equals > 0)
            {
                Set(instruction, text[..equals], instruction.Words[word].Start + equals + 1, instruction.Words[word].End);
            }
        }
    }

    private void Set(DockerfileInstruction instruction, string name, int start, int end)
    {
        var value = DockerfileWord.Unquote(instruction.Text.Text, start, end);
        _values[name] = new VariableExpansion(instruction.Text, Find, name).Expand(value.Start, value.End);
    }
}
