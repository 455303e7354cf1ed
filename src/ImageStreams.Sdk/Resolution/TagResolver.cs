using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Says where a tag of a stream leads, and by which way.</summary>
/// <remarks>
/// Pure, iterative, and linear in the length of the way. <see cref="TagResolverOptions.AcrossStreams"/> has the rules.
/// </remarks>
public static class TagResolver
{
    /// <summary>Follows the wishes of a stream's tags from one to the next, as OpenShift does.</summary>
    /// <remarks>Looks at the wishes (<c>spec</c>) only. An empty tag name is a name like any other here.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    public static TagPath Follow(ImageStream stream, string tag) => TagPathWalk.Walk(new TagPathScope(stream), tag);

    /// <summary>Follows the wishes of tags from one to the next, into other streams where the options say so.</summary>
    /// <inheritdoc cref="Resolve(ImageStreamSet, ImageStreamTagName, TagResolverOptions?)" path="/param"/>
    /// <inheritdoc cref="Follow(ImageStream, string)" path="/remarks"/>
    public static TagPath Follow(ImageStreamSet streams, ImageStreamTagName tag, TagResolverOptions? options = null) =>
        TagPathWalk.Walk(CreateScope(streams, tag, options), tag.Tag);

    /// <summary>The image that a tag stands for, with the way there; or why there is none.</summary>
    /// <remarks>
    /// The history of the tag that is asked for decides, as it does in OpenShift; the wishes say how it came to be.
    /// A tag that was only pushed to has no wish, and a way of one step.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name; empty means <c>latest</c>.</param>
    public static TagResolution Resolve(ImageStream stream, string tag) => Resolve(new TagPathScope(stream), tag);

    /// <summary>
    /// The image that a tag stands for, with the way there, through other streams where the options say so; or why there
    /// is none.
    /// </summary>
    /// <remarks>
    /// Across streams the first tag on the way that has a history decides: see <see
    /// cref="TagResolverOptions.AcrossStreams"/>.
    /// </remarks>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="tag">The tag, with its namespace; an empty tag means <c>latest</c>.</param>
    /// <param name="options">How far to go; <see cref="TagResolverOptions.Default"/> when null.</param>
    public static TagResolution Resolve(
        ImageStreamSet streams, ImageStreamTagName tag, TagResolverOptions? options = null) =>
        Resolve(CreateScope(streams, tag, options), tag.Tag);

    /// <summary>The image that a tag stands for or why there is none, told step by step.</summary>
    /// <inheritdoc cref="Resolve(ImageStream, string)" path="/param"/>
    public static TagExplanation Explain(ImageStream stream, string tag) => Explain(new TagPathScope(stream), tag);

    /// <inheritdoc cref="Explain(ImageStream, string)"/>
    /// <inheritdoc cref="Resolve(ImageStreamSet, ImageStreamTagName, TagResolverOptions?)" path="/param"/>
    public static TagExplanation Explain(
        ImageStreamSet streams, ImageStreamTagName tag, TagResolverOptions? options = null) =>
        Explain(CreateScope(streams, tag, options), tag.Tag);

    private static TagResolution Resolve(TagPathScope scope, string tag)
    {
        var path = TagPathWalk.Walk(scope, PullSpecs.OrLatest(tag));
        return TagDecision.Find(scope, path) ?? TagPathOutcome.Evaluate(scope, path);
    }

    private static TagExplanation Explain(TagPathScope scope, string tag) => TagExplainer.Explain(scope, Resolve(scope, tag));

    private static TagPathScope CreateScope(ImageStreamSet streams, ImageStreamTagName tag, TagResolverOptions? options)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new TagPathScope(streams, tag.Namespace, tag.Stream, options);
    }
}
