namespace ImageStreams.Manifests;

/// <summary>The image names and problems of one file so far.</summary>
internal sealed class MentionReading(ManifestFile file)
{
    /// <summary>The maximum number of image names of one file; those beyond it are not read.</summary>
    private const int MaxMentions = 10_000;

    private const int MaxProblems = 100;

    private readonly List<MentionDraft> _drafts = [];
    private readonly List<ManifestProblem> _problems = [];

    /// <summary>The file.</summary>
    public ManifestFile File { get; } = file;

    /// <summary>The text of the file.</summary>
    public string Text => File.Text;

    /// <summary>The problems so far.</summary>
    public IReadOnlyList<ManifestProblem> Problems => _problems;

    public void Add(MentionDraft draft)
    {
        if (_drafts.Count < MaxMentions)
        {
            _drafts.Add(draft);
        }
    }

    public void Add(ManifestProblem problem)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Gets the place of an offset in a text of one document.</summary>
    public TextPlace GetPlace(int offset) => File.Source.GetPlace(Math.Clamp(offset, 0, Text.Length), 1);

    /// <summary>Completes the names: those that share a part with another image cannot be edited there.</summary>
    public IReadOnlyList<ImageMention> ToMentions(ImageMentionFormat format)
    {
        var shared = MentionSharing.Find(_drafts);
        return [.. _drafts.OrderBy(draft => draft.Span.Start).Select(draft => new ImageMention(File, format, draft, FindObstacle(draft, shared)))];
    }

    private static string? FindObstacle(MentionDraft draft, IReadOnlySet<int> shared)
    {
        if (draft.Obstacle is not null || draft.Target is null)
        {
            return draft.Obstacle ?? MentionTexts.OtherVariable;
        }

        return ImageText.IsName(draft.Image!) ? draft.Target.FindObstacle(shared) : MentionTexts.NoName;
    }
}
