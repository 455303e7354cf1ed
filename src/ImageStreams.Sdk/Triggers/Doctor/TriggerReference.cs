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
        (From, Namespace) = (from, NamespaceOf.Reference(from.Namespace, holder));
        HasWrongKind = from.Kind != TagKind;
        MendedKind = HasWrongKind && MeansTag(from) ? TagKind : null;
        IsTagless = !Name.Contains(':', StringComparison.Ordinal);
        MendedName = IsTagless && HasOnlyLatest() ? $"{Name}:{DockerHub.LatestTag}" : null;
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
    public string? MendedKind { get; }

    /// <summary>Whether no tag is named.</summary>
    public bool IsTagless { get; }

    /// <summary>The name that is meant, where that is certain.</summary>
    public string? MendedName { get; }

    /// <summary>Whether a trigger hears of changes of the tag.</summary>
    public bool CanFire => TriggerSources.CanFire(From.Kind, From.ApiVersion, From.Name);

    /// <summary>Whether it points to an image, as evaluation sees it.</summary>
    public bool Resolves => _tags.Resolves(Namespace, Name);

    /// <summary>The tag that is meant, after mending; null when none is.</summary>
    public ImageStreamTagName? Tag =>
        (HasWrongKind && MendedKind is null) || (IsTagless && MendedName is null) ? null : Split(MendedName ?? Name);

    /// <summary>What is wrong with the tag that is meant.</summary>
    public TagCheck? Check() => Tag is { } tag ? _tags.Check(Namespace, tag.LocalName) : null;

    /// <summary>What is wrong with how the reference is written.</summary>
    /// <param name="isBase">
    /// Whether it is that of a build's strategy, whose kind is not to be changed for the sake of a trigger.
    /// </param>
    /// <param name="mendsKind">Whether another kind makes nothing worse.</param>
    public IEnumerable<ReferenceProblem> Problems(bool isBase = false, bool mendsKind = true)
    {
        if (HasWrongKind)
        {
            yield return isBase
                ? new(TriggerRules.BaseIsNoTag, "kind", FindingTexts.BaseIsNoTag(From.Kind), null)
                : new(TriggerRules.WrongKind, "kind", FindingTexts.WrongKind(From.Kind), mendsKind ? MendedKind : null);
        }

        if (!string.IsNullOrEmpty(From.ApiVersion))
        {
            yield return new(TriggerRules.ApiVersionGiven, "apiVersion", FindingTexts.ApiVersionGiven(From.ApiVersion), "");
        }

        if (IsTagless && !HasWrongKind)
        {
            yield return new(TriggerRules.NoTagNamed, "name", FindingTexts.NoTagNamed(Name), MendedName);
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

    private ImageStreamTagName Split(string name)
    {
        ImageStreamTagName.TrySplit(name, out var stream, out var tag);
        return ImageStreamTagName.FromParts(Namespace, stream, tag);
    }
}
