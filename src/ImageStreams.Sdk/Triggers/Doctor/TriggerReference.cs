using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>The reference of a trigger to a tag, with its problems and corrections.</summary>
internal sealed class TriggerReference
{
    private const string TagKind = ReferenceKinds.ImageStreamTag;

    private readonly ExaminedTags _tags;

    public TriggerReference(ObjectReference from, string holder, ExaminedTags tags)
    {
        _tags = tags;
        From = from;
        CorrectedNamespace = NameFlaws.Correct(from.Namespace ?? "", NameFlaws.FindInNamespace);
        Namespace = CorrectedNamespace ?? from.NamespaceOr(holder);
        HasWrongKind = from.Kind != TagKind;
        CorrectedKind = HasWrongKind && MeansTag(from) ? TagKind : null;
        IsTagless = !Name.Contains(':', StringComparison.Ordinal);
        CorrectedName = CorrectName();
    }

    public TriggerReference(ObjectFieldTriggerReference from, string holder, ExaminedTags tags)
        : this(from.ToReference(), holder, tags)
    {
    }

    public ObjectReference From { get; }

    /// <summary>The namespace of the reference or of the object that holds it.</summary>
    public string Namespace { get; }

    /// <summary>The name in the reference.</summary>
    public string Name => From.Name ?? "";

    public bool HasWrongKind { get; }

    /// <summary>The correct kind; null when the kind is correct, or no correction is certain.</summary>
    public string? CorrectedKind { get; }

    /// <summary>Gets a value indicating whether the name has no tag.</summary>
    public bool IsTagless { get; }

    /// <summary>The correct name; null when the name is correct, or no correction is certain.</summary>
    public string? CorrectedName { get; }

    /// <summary>The correct namespace; null when the namespace is correct, or no correction is certain.</summary>
    public string? CorrectedNamespace { get; }

    /// <summary>Gets a value indicating whether the name or the namespace can be none, and has no certain correction.</summary>
    private bool HasFlaw => (NamespaceFlaw is not null && CorrectedNamespace is null)
        || (NameFlaw is not null && CorrectedName is null);

    private string? NamespaceFlaw => string.IsNullOrEmpty(From.Namespace) ? null : NameFlaws.FindInNamespace(From.Namespace);

    private string? NameFlaw => IsTagless ? null : NameFlaws.FindInTag(Name);

    /// <summary>Gets a value indicating whether OpenShift notifies the trigger of changes of the tag.</summary>
    public bool CanFire => TriggerSources.CanFire(From.Kind, From.ApiVersion, From.Name);

    /// <summary>Gets a value indicating whether the tag points to an image, as the evaluation sees it.</summary>
    public bool Resolves => _tags.Resolves(Namespace, Name);

    /// <summary>Gets a value indicating whether a build or the import of a repository will give the tag its first
    /// image.</summary>
    public bool IsPending => Tag is { } tag && _tags.IsPending(tag);

    /// <summary>The tag, after corrections; null when none is named.</summary>
    public ImageStreamTagName? Tag
    {
        get
        {
            var isTag = (!HasWrongKind || CorrectedKind is not null)
                && (!IsTagless || CorrectedName is not null)
                && !HasFlaw;
            return isTag ? ToTagName(CorrectedName ?? Name) : null;
        }
    }

    /// <summary>Finds the problems of the tag, after corrections of its reference.</summary>
    public ValueList<TriggerProblem> FindTagProblems() => Tag is { } tag ? _tags.FindProblems(tag) : [];

    /// <summary>Finds the problems of the reference itself.</summary>
    /// <param name="isBase">
    /// True when the reference is that of a build's strategy, whose kind must not change because of a trigger.
    /// </param>
    /// <param name="correctsKind">True when another kind has no bad consequences.</param>
    public ValueList<TriggerProblem> FindProblems(bool isBase = false, bool correctsKind = true)
    {
        List<TriggerProblem?> problems =
        [
            isBase ? CheckBaseKind() : CheckKind(correctsKind),
            CheckApiVersion(),
            CheckNamespace(),
            CheckName(),
        ];
        return problems.OfType<TriggerProblem>().ToValueList();
    }

    private TriggerProblem? CheckBaseKind() => HasWrongKind
        ? new(TriggerRules.BaseIsNoTag, TriggerRules.BaseIsNoTag.FormatMessage(From.Kind), "kind")
        : null;

    private TriggerProblem? CheckKind(bool correctsKind) => HasWrongKind
        ? new(TriggerRules.WrongKind, TriggerRules.WrongKind.FormatMessage(From.Kind), "kind", correctsKind ? CorrectedKind : null)
        : null;

    private TriggerProblem? CheckApiVersion() => !string.IsNullOrEmpty(From.ApiVersion)
        ? new(TriggerRules.ApiVersionGiven, TriggerRules.ApiVersionGiven.FormatMessage(From.ApiVersion), "apiVersion", "")
        : null;

    private TriggerProblem? CheckNamespace() => NamespaceFlaw is { } flaw
        ? CreateInvalid($"The namespace '{From.Namespace}'", flaw, "namespace", CorrectedNamespace)
        : null;

    private TriggerProblem? CheckName()
    {
        if (HasWrongKind && CorrectedKind is null)
        {
            return null;
        }

        if (NameFlaw is { } flaw)
        {
            return CreateInvalid($"The tag '{Name}'", flaw, "name", CorrectedName);
        }

        return IsTagless && !HasWrongKind
            ? new(TriggerRules.NoTagNamed, TriggerRules.NoTagNamed.FormatMessage(Name), "name", CorrectedName)
            : null;
    }

    private static TriggerProblem CreateInvalid(string subject, string flaw, string field, string? corrected) =>
        new(TriggerRules.InvalidName, TriggerRules.InvalidName.FormatMessage(subject, flaw), field, corrected);

    private string? CorrectName()
    {
        if (IsTagless)
        {
            return HasOnlyLatest() ? $"{Name}:{DockerHub.LatestTag}" : null;
        }

        return NameFlaws.Correct(Name, NameFlaws.FindInTag);
    }

    /// <summary>Determines whether the name is that of a tag, and the kind missing, misspelled, or that of a stream.</summary>
    private static bool MeansTag(ObjectReference from)
    {
        var name = from.Name ?? "";
        var kind = from.Kind?.Trim();
        return name.Contains(':', StringComparison.Ordinal)
            && name.AsSpan().IndexOfAny('@', '/') < 0
            && (string.IsNullOrEmpty(kind)
                || TagKind.Equals(kind, StringComparison.OrdinalIgnoreCase)
                || ReferenceKinds.ImageStream.Equals(kind, StringComparison.OrdinalIgnoreCase));
    }

    private bool HasOnlyLatest() =>
        _tags.FindStream(Namespace, Name)?.Spec.Tags is [{ Name: DockerHub.LatestTag }];

    private ImageStreamTagName ToTagName(string name)
    {
        ImageStreamTagName.TrySplit(name, out var stream, out var tag);
        return ImageStreamTagName.FromParts(Namespace, stream, tag);
    }
}
