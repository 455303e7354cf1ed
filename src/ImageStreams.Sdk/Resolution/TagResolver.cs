using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Resolves the tags of streams to images.</summary>
/// <remarks>
/// Pure, iterative, and linear in the length of the path. <see cref="TagResolverOptions.AcrossStreams"/> has the rules.
/// </remarks>
public static class TagResolver
{
    /// <summary>Follows the tags of a stream from one to the next, as OpenShift does.</summary>
    /// <remarks>Reads <c>spec.tags</c> only. An empty tag name is a name like any other here.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    public static TagPath Follow(ImageStream stream, string tag) => TagPathWalk.Walk(new TagPathScope(stream), tag);

    /// <summary>Follows tags from one to the next, into other streams if the options allow it.</summary>
    /// <inheritdoc cref="Follow(ImageStream, string)" path="/remarks"/>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="tag">The tag, with its namespace.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> or <paramref name="tag"/> is null.</exception>
    public static TagPath Follow(ImageStreamSet streams, ImageStreamTagName tag, TagResolverOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return TagPathWalk.Walk(CreateScope(streams, tag, options), tag.Tag);
    }

    /// <summary>Resolves a tag to its image and the path to it, or to the reason why there is none.</summary>
    /// <remarks>
    /// The history of the requested tag decides, as in OpenShift; the path shows where its image comes from. A tag that
    /// was only pushed to has no spec tag, and a path of one hop.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name; empty means <c>latest</c>.</param>
    /// <returns>The resolution.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    public static TagResolution Resolve(ImageStream stream, string tag) => Resolve(new TagPathScope(stream), tag);

    /// <summary>
    /// Resolves a tag to its image, with the path to it, through other streams if the options allow it; or to the reason
    /// why there is none.
    /// </summary>
    /// <remarks>
    /// Across streams the first tag on the path that has a history decides: see
    /// <see cref="TagResolverOptions.AcrossStreams"/>.
    /// </remarks>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="tag">The tag, with its namespace; an empty tag means <c>latest</c>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The resolution.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> or <paramref name="tag"/> is null.</exception>
    public static TagResolution Resolve(ImageStreamSet streams, ImageStreamTagName tag, TagResolverOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Resolve(CreateScope(streams, tag, options), tag.Tag);
    }

    /// <summary>Resolves a tag as <see cref="Resolve(ImageStream, string)"/> does, and explains the result step by
    /// step.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name; empty means <c>latest</c>.</param>
    /// <returns>The resolution and its explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    public static TagExplanation Explain(ImageStream stream, string tag) => Explain(new TagPathScope(stream), tag);

    /// <summary>
    /// Resolves a tag as <see cref="Resolve(ImageStreamSet, ImageStreamTagName, TagResolverOptions?)"/> does, and explains
    /// the result step by step.
    /// </summary>
    /// <remarks>The name of a tag that does not exist is compared with those of all tags of the set.</remarks>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="tag">The tag, with its namespace; an empty tag means <c>latest</c>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The resolution and its explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> or <paramref name="tag"/> is null.</exception>
    public static TagExplanation Explain(
        ImageStreamSet streams, ImageStreamTagName tag, TagResolverOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Explain(CreateScope(streams, tag, options), tag.Tag);
    }

    private static TagResolution Resolve(TagPathScope scope, string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return TagPathOutcome.Evaluate(scope, TagPathWalk.Walk(scope, PullSpecs.OrLatest(tag)));
    }

    private static TagExplanation Explain(TagPathScope scope, string tag) =>
        TagExplanation.Create(scope, Resolve(scope, tag));

    private static TagPathScope CreateScope(ImageStreamSet streams, ImageStreamTagName tag, TagResolverOptions? options) =>
        new(streams, tag.Namespace, tag.Stream, options);
}
