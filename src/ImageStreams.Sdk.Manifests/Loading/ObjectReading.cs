using ImageStreams.Serialization;

namespace ImageStreams.Manifests;

/// <summary>Reads an object as a record of the library; scalars of a wrong type are corrected one by one, and are problems.</summary>
internal sealed class ObjectReading(ObjectContent content, KnownKind kind, ICollection<ManifestProblem> problems)
{
    private const int MaxCorrections = 50;

    /// <summary>The maximum number of bytes that corrections of one object may read again.</summary>
    private const long MaxReadAgain = 64 * 1024 * 1024;

    private readonly HashSet<string> _corrected = new(StringComparer.Ordinal);
    private readonly HashSet<TemplateFlaw> _flaws = [];
    private byte[] _json = [];

    /// <summary>Reads the object; null when it cannot be read.</summary>
    public object? Read()
    {
        ExamineScalars();
        _json = ObjectJson.Write(content, Report);
        var left = MaxReadAgain;
        for (var count = 0; count <= MaxCorrections && left > 0; count++)
        {
            try
            {
                return kind.Read(_json);
            }
            catch (WireFormatException error)
            {
                if (error.Reason is WireFailure.Kind or WireFailure.Syntax or WireFailure.TooDeep)
                {
                    problems.Add(LoadTexts.Unreadable(GetPlace(""), error));
                    return null;
                }

                Correct(error);
                left -= _json.Length;
            }
        }

        problems.Add(LoadTexts.TooManyCorrections(GetPlace("")));
        return null;
    }

    private void ExamineScalars()
    {
        var readings = ScalarReadings.Create(content.Tree, content.Node);
        content.Readings = readings.Readings.Count > 0 ? readings.Readings : null;
        foreach (var problem in readings.Problems)
        {
            problems.Add(problem);
        }
    }

    private void Correct(WireFormatException error)
    {
        var start = (int)error.Offset;
        var path = ObjectPaths.FromJson(error.Path);
        var isFirst = _corrected.Add(path);
        var token = _json.AsSpan(start, JsonSplice.FindEnd(_json, start) - start);
        var meant = isFirst ? ScalarCorrection.Find(token, FindWrittenText(path)) : ScalarCorrection.None;
        if (isFirst)
        {
            problems.Add(LoadTexts.WrongType(GetPlace(path), path, error, meant));
        }

        var correction = new JsonCorrection(start, start + token.Length, meant.Json);
        (content.Corrections ??= []).Add(correction);
        _json = correction.Apply(_json);
    }

    /// <summary>Finds the text of a scalar as it is written; null when the field is none, or comes from a parameter.</summary>
    private string? FindWrittenText(string path)
    {
        var node = content.Tree.FindNode(path, content.Node);
        if (node < 0 || content.Tree.Nodes[content.Tree.Resolve(node)].Kind != TextNodeKind.Scalar)
        {
            return null;
        }

        var text = content.Tree.GetText(node);
        return content.Template is not null && text.Contains("${", StringComparison.Ordinal) ? null : text;
    }

    private void Report(TemplateFlaw flaw)
    {
        if (_flaws.Count < MaxCorrections && _flaws.Add(flaw))
        {
            problems.Add(LoadTexts.Flaw(FindPlace(flaw.Text), flaw));
        }
    }

    /// <summary>Finds the first scalar of the object with a text.</summary>
    private TextPlace FindPlace(string text)
    {
        var tree = content.Tree;
        for (var node = content.Node + 1; node < tree.Nodes[content.Node].Next; node++)
        {
            if (tree.Nodes[node].Kind == TextNodeKind.Scalar && tree.GetTextSpan(node).SequenceEqual(text))
            {
                return tree.GetPlace(node);
            }
        }

        return tree.GetPlace(content.Node);
    }

    private TextPlace GetPlace(string path)
    {
        var node = content.Tree.FindNearest(path, content.Node);
        return content.Tree.GetPlace(node);
    }
}
