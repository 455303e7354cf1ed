using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Reads the objects of one file.</summary>
internal sealed class FileReading(LoadSettings settings)
{
    /// <summary>The maximum number of problems of one file.</summary>
    private const int MaxProblems = 1000;

    /// <summary>Reads the bytes of a file.</summary>
    public FileContent Read(byte[] bytes, string name, string? fullPath)
    {
        var encoding = FileEncodings.Find(bytes);
        try
        {
            var source = new SourceText(name, FileEncodings.Decode(bytes, encoding));
            return Read(new ManifestFile(source, encoding, fullPath));
        }
        catch (DecoderFallbackException)
        {
            var start = new SourceText(name, FileEncodings.DecodeStart(bytes, encoding));
            return FileContent.FromProblem(LoadTexts.NotText(start, encoding));
        }
    }

    /// <summary>Reads a text.</summary>
    public FileContent Read(string text, string name) =>
        Read(new ManifestFile(new SourceText(name, text.TrimStart('\uFEFF')), FileEncoding.Utf8, null));

    private FileContent Read(ManifestFile file)
    {
        var content = new FileContent { File = file };
        var result = file.Reading;
        content.Problems.AddRange(result.Problems);
        var budget = new ExpansionBudget();
        foreach (var tree in result.Trees)
        {
            ReadTree(tree, content, budget);
        }

        budget.End();
        Sort(content.Problems);
        return content;
    }

    private void ReadTree(TextTree tree, FileContent content, ExpansionBudget budget)
    {
        var wasExhausted = budget.IsExhausted;
        foreach (var found in new ObjectFinder(tree, settings, content.Problems, budget).Find())
        {
            content.Objects.Add(ReadObject(content.File!, found, content.Problems));
            Limit(content.Problems);
        }

        if (budget.IsExhausted && !wasExhausted)
        {
            content.Problems.Add(LoadTexts.ParametersTooLarge(tree.GetPlace(0), ExpansionBudget.MaxCharacters));
        }
    }

    private ManifestObject ReadObject(ManifestFile file, ObjectContent found, List<ManifestProblem> problems)
    {
        var kind = KnownKinds.Find(found.Type, settings.WorkloadKinds);
        if (kind is null)
        {
            ReportOtherKind(found, problems);
            return new ManifestObject(file, found, null);
        }

        if (found.Type.ApiVersion.Length == 0)
        {
            problems.Add(LoadTexts.NoVersion(found.Tree.GetPlace(found.Node), kind.Name, kind.ApiVersion));
        }

        return new ManifestObject(file, found, new ObjectReading(found, kind, problems).Read()) { IsKnown = true };
    }

    private static void ReportOtherKind(ObjectContent found, List<ManifestProblem> problems)
    {
        if (KnownKinds.FindMeant(found.Type) is { } meant)
        {
            problems.Add(LoadTexts.OtherKind(found.Tree.GetPlace(found.Tree.FindNearest("kind", found.Node)), found.Type, meant));
        }
    }

    /// <summary>Drops problems that nobody would see, so that those of a large file do not take many times its memory.</summary>
    private static void Limit(List<ManifestProblem> problems)
    {
        if (problems.Count > 4 * MaxProblems)
        {
            Sort(problems);
        }
    }

    /// <summary>Sorts problems by their places, and keeps no more than anyone reads.</summary>
    private static void Sort(List<ManifestProblem> problems)
    {
        var sorted = problems.OrderBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column).Take(MaxProblems).ToList();
        problems.Clear();
        problems.AddRange(sorted);
    }
}
