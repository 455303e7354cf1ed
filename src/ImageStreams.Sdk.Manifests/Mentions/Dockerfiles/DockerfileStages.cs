using System.Globalization;

namespace ImageStreams.Manifests;

/// <summary>The stages of a Dockerfile, and the images that they and their instructions name.</summary>
internal sealed class DockerfileStages(MentionReading reading)
{
    private const string NoImage = "scratch";

    private readonly DockerfileVariables _variables = new();
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DockerfileImage> _images = [];
    private int _count;

    /// <summary>Adds the image of <c># syntax=</c>.</summary>
    public void AddSyntax(TextSpan span)
    {
        var pieces = MappedText.Create(reading.Text, span.Start, span.End).ToPieces(0, span.Length);
        _images.Add(new DockerfileImage("# syntax", span, new VariableValue([.. pieces]), false));
    }

    /// <summary>Visits an instruction.</summary>
    public void Visit(DockerfileInstruction instruction)
    {
        switch (instruction.Keyword)
        {
            case "FROM":
                ReadFrom(instruction);
                break;
            case "ARG":
                _variables.Read(instruction, _count > 0);
                break;
            case "COPY" or "RUN":
                _images.AddRange(DockerfileFlags.Find(instruction));
                break;
        }
    }

    /// <summary>Adds the images to the reading: what names a stage, also a later one, is none.</summary>
    public void Complete()
    {
        foreach (var image in _images.Where(image => !(image.IsStageFirst && IsStage(image.Value.ToText()))))
        {
            var draft = MentionDraft.Create(image.Path, image.Span, image.Value);
            var used = _variables.FindUsed(image.Value);
            reading.Add(used is null ? draft : draft with { Obstacle = draft.Obstacle ?? MentionTexts.UsedElsewhere(used) });
        }
    }

    private void ReadFrom(DockerfileInstruction instruction)
    {
        var word = instruction.KeywordIndex + 1;
        while (instruction.IsFlag(word))
        {
            word++;
        }

        if (word >= instruction.Words.Count)
        {
            reading.Add(MentionTexts.NoImage(reading.GetPlace(instruction.Text.ToSource(0, 1).Start)));
        }
        else
        {
            AddBase(instruction, DockerfileWord.Unquote(instruction.Text.Text, instruction.Words[word].Start, instruction.Words[word].End));
        }

        _count++;
        if (instruction.IsWord(word + 1, "AS") && word + 2 < instruction.Words.Count)
        {
            _names.Add(instruction.GetText(word + 2));
        }
    }

    private void AddBase(DockerfileInstruction instruction, DockerfileWord word)
    {
        var value = new VariableExpansion(instruction.Text, _variables.Find).Expand(word.Start, word.End);
        var name = value.Failure is null ? value.ToText() : "";
        if (word.Length > 0 && name != NoImage && !_names.Contains(name))
        {
            _images.Add(new DockerfileImage("FROM", instruction.Text.ToSource(word.Start, word.End), value, false));
        }
    }

    private bool IsStage(string name) =>
        _names.Contains(name) || int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
