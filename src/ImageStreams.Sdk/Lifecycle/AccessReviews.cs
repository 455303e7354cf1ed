using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>Asks for leave to read the streams of other namespaces that new and changed tags take images from.</summary>
/// <remarks>One question per stream, whatever the number of its followers.</remarks>
internal sealed class AccessReviews(StreamContext context)
{
    private readonly Dictionary<ImageStreamName, AccessDecision> _decisions = [];

    /// <summary>The streams that were asked about, sorted.</summary>
    public ValueList<ImageStreamName> ReviewedStreams => Sort(_decisions.Keys);

    /// <summary>Streams by namespace and name, in byte order.</summary>
    public static ValueList<ImageStreamName> Sort(IEnumerable<ImageStreamName> streams) => streams
        .OrderBy(stream => stream.Namespace, Utf8Order.Comparer)
        .ThenBy(stream => stream.Name, Utf8Order.Comparer)
        .ToValueList();

    /// <summary>Determines whether a wish names another namespace than that of its stream.</summary>
    public static bool IsNeeded(ImageStream stream, TagReference specTag) =>
        specTag.From is { Namespace: { Length: > 0 } ns } && ns != stream.Metadata.Namespace;

    /// <summary>What forbids a wish that needs leave, or null.</summary>
    public FieldError? Review(ImageStream stream, TagReference specTag)
    {
        if (!TagSource.TryRead(stream, specTag.From!, out var source))
        {
            return TagErrors.Malformed(specTag);
        }

        var decision = GetDecision(source.Name);
        return decision.Allowed ? null : TagErrors.Denied(specTag, source.Name, decision);
    }

    private AccessDecision GetDecision(ImageStreamName stream)
    {
        if (!_decisions.TryGetValue(stream, out var decision))
        {
            _decisions[stream] = decision = context.ReviewAccess(stream);
        }

        return decision;
    }
}
