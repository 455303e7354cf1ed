namespace ImageStreams.Manifests;

/// <summary>Reads the instructions of a Dockerfile, and skips comments and here-documents.</summary>
internal sealed class DockerfileParser(MentionReading reading, char escape)
{
    private readonly string _text = reading.Text;
    private int _at;

    /// <summary>Reads all instructions in order.</summary>
    public IEnumerable<DockerfileInstruction> Read()
    {
        while (_at < _text.Length)
        {
            var line = DockerfileLine.Read(_text, _at);
            var content = line.FindContent(_text);
            _at = line.Next;
            if (content < line.End && _text[content] != '#')
            {
                var instruction = ReadInstruction(line, content);
                SkipHeredocs(instruction);
                yield return instruction;
            }
        }
    }

    /// <summary>Reads an instruction and the lines that continue it; comments and empty lines among them do not count.</summary>
    private DockerfileInstruction ReadInstruction(DockerfileLine line, int from)
    {
        var content = new MappedText();
        var isContinued = Append(content, line, from);
        while (isContinued && _at < _text.Length)
        {
            line = DockerfileLine.Read(_text, _at);
            _at = line.Next;
            var first = line.FindContent(_text);
            if (first < line.End && _text[first] != '#')
            {
                isContinued = Append(content, line, line.Start);
            }
        }

        return new DockerfileInstruction(content, escape);
    }

    /// <summary>Adds a line without its continuation character; returns a value indicating whether it has one.</summary>
    private bool Append(MappedText content, DockerfileLine line, int from)
    {
        var continuation = line.FindContinuation(_text, from, escape);
        content.Append(_text, from, continuation < 0 ? line.End : continuation);
        return continuation >= 0;
    }

    private void SkipHeredocs(DockerfileInstruction instruction)
    {
        foreach (var heredoc in DockerfileHeredocs.Find(instruction))
        {
            var end = DockerfileHeredocs.FindEnd(_text, _at, heredoc);
            if (end < 0)
            {
                reading.Add(MentionTexts.OpenHeredoc(reading.GetPlace(instruction.Text.ToSource(0, 1).Start), heredoc.Name));
                _at = _text.Length;
                return;
            }

            _at = end;
        }
    }
}
