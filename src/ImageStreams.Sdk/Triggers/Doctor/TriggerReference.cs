using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>What a trigger listens to, and what is wrong with how it says so.</summary>
internal sealed class TriggerReference
{
    private const string TagKind = ReferenceKinds.ImageStreamTag;

    private readonly DoctorTags _tags;

    public TriggerReference(ObjectReference from, string holder, DoctorTags tags)
    {
        _tags = tags;
        (From, Namespace) = (from, from.NamespaceOr(holder));
        HasWrongKind = from.Kind != TagKind;
        CorrectedKind = HasWrongKind && MeansTag(from) ? TagKind : null;
        IsTagless = !Name.Contains(':', StringComparison.Ordinal);
        CorrectedName = IsTagless && HasOnlyLatest() ? $"{Name}:{DockerHub.LatestTag}" : null;
    }

    public TriggerReference(ObjectFieldTriggerReference from, string holder, DoctorTags tags)
        : this(from.ToReference(), holder, tags)
    {
    }

    public ObjectReference From { get; }

    /// <summary>The namespace that is meant.</summary>
    public string Namespace { get; }

    /// <summary>The name as it is given.</summary>
    public string Name => From.Name ?? "";

    public bool HasWrongKind { get; }

    /// <summary>The kind that is meant, where that is certain.</summary>
    public string? CorrectedKind { get; }

    /// <summary>Whether no tag is named.</summary>
    public bool IsTagless { get; }

    /// <summary>The name that is meant, where that is certain.</summary>
    public string? CorrectedName { get; }

    /// <summary>Whether a trigger hears of changes of the tag.</summary>
    public bool CanFire => TriggerSources.CanFire(From.Kind, From.ApiVersion, From.Name);

    /// <summary>Whether it points to an image, as evaluation sees it.</summary>
    public bool Resolves => _tags.Resolves(Namespace, Name);

    /// <summary>The tag that is meant, after mending; null when none is.</summary>
    public ImageStreamTagName? Tag =>
        (HasWrongKind && CorrectedKind is null) || (IsTagless && CorrectedName is null) ? null : ToTagName(CorrectedName ?? Name);

    /// <summary>What is wrong with the tag that is meant.</summary>
    public TagCheck? Examine() => Tag is { } tag ? _tags.Examine(Namespace, tag.LocalName) : null;

    /// <summary>What is wrong with how the reference is written.</summary>
    /// <param name="isBase">
    /// Whether it is that of a build's strategy, whose kind is not to be changed for the sake of a trigger.
    /// </param>
    /// <param name="correctsKind">Whether another kind makes nothing worse.</param>
    public IEnumerable<ReferenceProblem> FindProblems(bool isBase = false, bool correctsKind = true)
    {
        if (HasWrongKind)
        {
            yield return isBase
                ? new(TriggerRules.BaseIsNoTag, "kind", FindingTexts.BaseIsNoTag(From.Kind), null)
                : new(TriggerRules.WrongKind, "kind", FindingTexts.WrongKind(From.Kind), correctsKind ? CorrectedKind : null);
        }

        if (!string.IsNullOrEmpty(From.ApiVersion))
        {
            yield return new(TriggerRules.ApiVersionGiven, "apiVersion", FindingTexts.ApiVersionGiven(From.ApiVersion), "");
        }

        if (IsTagless && !HasWrongKind)
        {
            yield return new(TriggerRules.NoTagNamed, "name", FindingTexts.NoTagNamed(Name), CorrectedName);
        }
    }

    /// <summary>The kind is missing, misspelt, or that of the stream, and the name is that of a tag.</summary>
    private static bool MeansTag(ObjectReference from) => (from.Name ?? "") is var name
        && name.Contains(':', StringComparison.Ordinal)
        && name.AsSpan().IndexOfAny('@', '/') < 0
        && (string.IsNullOrEmpty(from.Kind)
            || TagKind.Equals(from.Kind, StringComparison.OrdinalIgnoreCase)
            || ReferenceKinds.ImageStream.Equals(from.Kind, StringComparison.OrdinalIgnoreCase));

    private bool HasOnlyLatest() =>
        _tags.FindStream(Namespace, Name)?.Spec.Tags is [{ Name: DockerHub.LatestTag }];

    private ImageStreamTagName ToTagName(string name)
    {
        ImageStreamTagName.TrySplit(name, out var stream, out var tag);
        return ImageStreamTagName.FromParts(Namespace, stream, tag);
    }
}
