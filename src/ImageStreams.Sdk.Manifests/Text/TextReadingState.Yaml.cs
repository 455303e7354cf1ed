namespace ImageStreams.Manifests;

/// <content>YAML, as a whole or section by section.</content>
internal sealed partial class TextReadingState
{
    /// <summary>The number of sections so far that cannot be read.</summary>
    private int _brokenSections;

    /// <summary>Reads a text as YAML: at one go when all of it can be read, which takes one parser instead of one for each document;
    /// otherwise section by section, so that what is broken in one document does not spoil the next.</summary>
    public void ReadYaml()
    {
        if (YamlSections.AreSeparate(Source.Text) || !TryReadWhole())
        {
            ReadSections();
        }
    }

    /// <summary>Reads a text as YAML section by section, up to a number of broken ones: each of them costs as much as many sound ones.</summary>
    public void ReadSections()
    {
        var reader = new YamlTreeReader(Source, _builder);
        foreach (var section in YamlSections.Split(Source.Text))
        {
            if (_brokenSections > limits.MaxProblems)
            {
                EndAt(section);
                return;
            }

            TryReadSection(reader, section);
        }
    }

    private bool TryReadWhole()
    {
        var reader = new YamlTreeReader(Source, _builder);
        try
        {
            ReadSection(reader, new YamlSection(0, Source.Text.Length));
            if (reader.ExplicitCount == YamlSections.CountMarkers(Source.Text))
            {
                return true;
            }
        }
        catch (TextSyntaxException)
        {
            // The sections tell which document is broken.
        }

        Restart();
        return false;
    }

    private void Restart()
    {
        _builder = new TextTreeBuilder(Source, limits);
        _document = 0;
        _trees.Clear();
        _problems.Clear();
    }

    private void TryReadSection(YamlTreeReader reader, YamlSection section)
    {
        try
        {
            ReadSection(reader, section);
        }
        catch (TextSyntaxException error)
        {
            _brokenSections++;
            Add(error, ++_document);
        }
    }

    /// <summary>Tells where reading ends before the text does, in place of the problem beyond the limit that tells of more problems.</summary>
    private void EndAt(YamlSection section)
    {
        _problems.RemoveAt(_problems.Count - 1);
        Add(ManifestProblemKind.TooLarge, section.Start, TextSyntaxTexts.MoreBroken(limits.MaxProblems), _document + 1);
        _problems[^1] = _problems[^1] with { Message = TextSyntaxTexts.MoreBroken(limits.MaxProblems) };
    }

    private void ReadSection(YamlTreeReader reader, YamlSection section)
    {
        foreach (var tree in reader.Read(section, _document + 1))
        {
            _document++;
            AddTree(tree);
        }
    }
}
