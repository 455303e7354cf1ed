using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>The access reviews of a change: of the streams in other namespaces that new and changed tags follow.</summary>
/// <remarks>Each stream is reviewed once, regardless of the number of its followers.</remarks>
internal sealed class AccessReviews(StreamContext context)
{
    private readonly Dictionary<ImageStreamName, AccessDecision> _decisions = [];

    /// <summary>The reviewed streams, sorted.</summary>
    public ValueList<ImageStreamName> ReviewedStreams => Sort(_decisions.Keys);

    /// <summary>Sorts streams by namespace and name, in byte order.</summary>
    public static ValueList<ImageStreamName> Sort(IEnumerable<ImageStreamName> streams) => streams
        .OrderBy(stream => stream.Namespace, Utf8Order.Comparer)
        .ThenBy(stream => stream.Name, Utf8Order.Comparer)
        .ToValueList();

    /// <summary>Determines whether a spec tag names another namespace than that of its stream.</summary>
    public static bool IsNeeded(ImageStream stream, TagReference specTag) =>
        specTag.From is { Namespace: { Length: > 0 } ns } && ns != stream.Metadata.Namespace;

    /// <summary>Reviews the access of a spec tag that needs it; null when it is allowed.</summary>
    public FieldError? Review(ImageStream stream, TagReference specTag)
    {
        if (!TagSource.TryRead(stream, specTag.From!, out var source))
        {
            return TagErrors.Malformed(specTag);
        }

        var decision = GetDecision(source.StreamName);
        return decision.Allowed ? null : TagErrors.Denied(specTag, source.StreamName, decision);
    }

    private AccessDecision GetDecision(ImageStreamName stream)
    {
        if (!_decisions.TryGetValue(stream, out var decision))
        {
            decision = context.ReviewAccess(stream);
            _decisions[stream] = decision;
        }

        return decision;
    }
}
