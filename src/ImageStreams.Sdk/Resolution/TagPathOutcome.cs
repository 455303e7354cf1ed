using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Evaluates the resolution of a tag path.</summary>
internal static class TagPathOutcome
{
    /// <summary>Evaluates a path: the first tag with a history decides; without one, the end of the path gives the
    /// reason.</summary>
    public static TagResolution Evaluate(TagPathScope scope, TagPath path) =>
        FindDecision(scope, path) ?? EvaluateEnd(scope, path);

    /// <summary>Finds the first tag with a history; within one stream only the requested tag is considered.</summary>
    private static TagResolution.Resolved? FindDecision(TagPathScope scope, TagPath path)
    {
        var candidates = scope.IsAcross ? path.Hops.Count : 1;
        for (var at = 0; at < candidates; at++)
        {
            var hop = path.Hops[at];
            if (scope.Find(hop.Namespace, hop.Stream) is { } stream
                && stream.Status.Tags.Find(hop.Tag)?.Latest is { } latest)
            {
                return CreateResolved(scope, path, at, stream, latest);
            }
        }

        return null;
    }

    /// <param name="scope">The streams.</param>
    /// <param name="path">The path.</param>
    /// <param name="at">The position of the tag that decides.</param>
    /// <param name="stream">The stream of that tag.</param>
    /// <param name="tagEvent">The event that the tag points to.</param>
    private static TagResolution.Resolved CreateResolved(
        TagPathScope scope, TagPath path, int at, ImageStream stream, TagEvent tagEvent)
    {
        var specTag = path.Hops[at].Reference;
        var pullSpec = ReferencePolicyPullSpec.Create(stream, stream.Status.DockerImageRepository, specTag, tagEvent);
        return new TagResolution.Resolved
        {
            Path = path,
            DecidedAt = at,
            Event = tagEvent,
            PullSpec = pullSpec.Text,
            Origin = IsAssumedLocal(scope, path.Hops[at], stream, pullSpec) ? PullSpecOrigin.InternalRepository : pullSpec.Origin,
            HasNewer = specTag?.Generation > tagEvent.Generation,
        };
    }

    /// <summary>Determines whether an assumed event without a digest is in the stream's repository because of a policy.</summary>
    private static bool IsAssumedLocal(
        TagPathScope scope, TagHop hop, ImageStream stream, ReferencePolicyPullSpec pullSpec) =>
        pullSpec.Origin == PullSpecOrigin.LocalWithoutImage
        && scope.IsAssumed(hop)
        && pullSpec.Text == $"{stream.Status.DockerImageRepository}:{hop.Tag}";

    private static TagResolution EvaluateEnd(TagPathScope scope, TagPath path) => path.End switch
    {
        TagPathEnd.Circular => new TagResolution.Circular { Path = path },
        TagPathEnd.CrossStream => new TagResolution.CrossStream { Path = path },
        TagPathEnd.NoSuchTag => AwaitBuildOr(EvaluateMissing(scope, path), scope),
        TagPathEnd.NoSuchStream => AwaitBuildOr(CreateNotFound(path, MissingPart.Stream), scope),
        _ => EvaluateSource(scope, path, path.Last.Reference!.From),
    };

    /// <summary>Evaluates a tag that is not in the spec of its stream, and that the repository of the stream may bring.</summary>
    private static TagResolution EvaluateMissing(TagPathScope scope, TagPath path) =>
        RepositoryImport.IsAwaited(scope.Find(path.Last.Namespace, path.Last.Stream), path.Last.Tag)
            ? new TagResolution.PendingImport { Path = path }
            : CreateNotFound(path, MissingPart.Tag);

    /// <summary>Creates the result for a last tag without a source of its own, which a build may push.</summary>
    private static TagResolution AwaitBuildOr(TagResolution otherwise, TagPathScope scope) =>
        scope.FindBuilds(otherwise.Path.Last) is { IsEmpty: false } builds
            ? new TagResolution.PendingBuild { Path = otherwise.Path, Builds = builds }
            : otherwise;

    private static TagResolution EvaluateSource(TagPathScope scope, TagPath path, ObjectReference? from)
    {
        if (from is null)
        {
            return AwaitBuildOr(new TagResolution.PendingImport { Path = path }, scope);
        }

        var kind = from.Kind ?? "";
        return kind switch
        {
            ReferenceKinds.DockerImage => EvaluateImport(scope, path, from.Name ?? ""),
            ReferenceKinds.ImageStreamImage => EvaluatePin(scope, path, from),
            _ => CreateInvalid(path, InvalidTagReason.UnknownKind, ExplanationTexts.UnknownKind(kind)),
        };
    }

    private static TagResolution EvaluateImport(TagPathScope scope, TagPath path, string pullSpec) =>
        ReferenceScanner.TryScan(pullSpec, out _, out var fault)
            ? EvaluateConditions(scope, path)
            : CreateInvalid(
                path, InvalidTagReason.MalformedPullSpec, fault.ToException(pullSpec, "an image reference").Message);

    private static TagResolution EvaluatePin(TagPathScope scope, TagPath path, ObjectReference from)
    {
        var name = from.Name ?? "";
        if (!NameScanner.TryScanLocalImage(name, out var parts, out var fault))
        {
            var message = fault.ToException(name, "the name of an image stream image").Message;
            return CreateInvalid(path, InvalidTagReason.MalformedImageName, message);
        }

        if (!scope.IsAcross)
        {
            return EvaluateConditions(scope, path);
        }

        return scope.Find(from.NamespaceOr(path.Last.Namespace), parts.Stream.ToString()) is { } source
            ? EvaluatePin(scope, path, source, parts.Member.ToString())
            : CreateNotFound(path, MissingPart.Stream);
    }

    private static TagResolution EvaluatePin(TagPathScope scope, TagPath path, ImageStream source, string id) =>
        StreamImages.Resolve(source, id) switch
        {
            StreamImageResult.Found found => CreatePinned(scope, path, found.Event),
            StreamImageResult.Ambiguous ambiguous =>
                CreateInvalid(path, InvalidTagReason.AmbiguousImage, ExplanationTexts.Ambiguous(id, ambiguous.Images)),
            _ => CreateNotFound(path, MissingPart.Image),
        };

    /// <summary>Creates the result for an image that is named by its id, which does not change with the generations.</summary>
    private static TagResolution.Resolved CreatePinned(TagPathScope scope, TagPath path, TagEvent found)
    {
        var stream = scope.Find(path.Last.Namespace, path.Last.Stream)!;
        return CreateResolved(scope, path, path.Hops.Count - 1, stream, found) with { HasNewer = false };
    }

    /// <summary>Evaluates the conditions of the tag at the end of the path, which is the one that is imported.</summary>
    private static TagResolution EvaluateConditions(TagPathScope scope, TagPath path) =>
        scope.FindHistory(path.Last)?.ImportFailure is { } failure
            ? new TagResolution.FailedImport { Path = path, Condition = failure }
            : new TagResolution.PendingImport { Path = path };

    private static TagResolution.NotFound CreateNotFound(TagPath path, MissingPart part) =>
        new() { Path = path, Missing = part };

    private static TagResolution.Invalid CreateInvalid(TagPath path, InvalidTagReason reason, string message) =>
        new() { Path = path, Reason = reason, Message = message };
}
