using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Clients;

/// <summary>What people do with tags every day, each under a name of its own.</summary>
/// <remarks>
/// <para>Five things are easily taken for one another. <see cref="CopyTagAsync"/> takes an image once and stays with
/// it. <see cref="TrackTagAsync"/> moves whenever another tag of the stream moves. <see cref="FollowImageAsync"/>
/// imports an image from a registry, and again when told to. <see cref="ReferenceImageAsync"/> only hands a pull spec
/// on. <see cref="RollBackTagAsync"/> goes back to what the tag was.</para>
/// <para>Tags are named with their namespace; <see cref="ArgumentException"/> says when it is missing. A tag that is not
/// there is made, and so is its stream. Annotations and reference policies of tags stay. What the API refuses is an
/// <see cref="ApiException"/>; where others change the stream in between, the verbs try again.</para>
/// </remarks>
public static partial class ImageStreamClientExtensions
{
    /// <summary>Lets a tag have the image that another tag has now, and keep it (<c>oc tag SOURCE TARGET</c>).</summary>
    /// <remarks>
    /// The image is pinned by its digest, so that it stays when the source moves; works across streams and namespaces.
    /// A source that only hands a pull spec on is copied as that.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="source">The tag to copy.</param>
    /// <param name="target">The tag to change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">The source has no image: not found.</exception>
    public static async Task<ImageStreamTag> CopyTagAsync(
        this IImageStreamClient client,
        ImageStreamTagName source,
        ImageStreamTagName target,
        CancellationToken cancellationToken = default)
    {
        RequireNamespace(source);
        RequireNamespace(target);

        var stream = await GetStreamAsync(client, source, cancellationToken).ConfigureAwait(false);
        var newest = PullSpecs.FindLatestEvent(stream, source.Tag)
            ?? throw ApiErrors.NotFound(ResourceNames.Tags, source.LocalName);
        return await ChangeAsync(client, target, current => CreatePinnedReference(current, source, newest, target), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Lets a tag follow another tag of its stream from now on (<c>oc tag --alias SOURCE TARGET</c>).</summary>
    /// <remarks>
    /// Only within one stream: across streams OpenShift takes the image of the moment and never moves again, which is
    /// what <see cref="CopyTagAsync"/> says openly. A followed tag that has no image yet is followed all the same.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="source">The tag to follow.</param>
    /// <param name="target">The tag to change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The tags are of different streams, or one and the same.</exception>
    public static Task<ImageStreamTag> TrackTagAsync(
        this IImageStreamClient client,
        ImageStreamTagName source,
        ImageStreamTagName target,
        CancellationToken cancellationToken = default)
    {
        RequireNamespace(source);
        RequireNamespace(target);
        RequireOneStream(source, target);

        var from = new ObjectReference { Kind = ReferenceKinds.ImageStreamTag, Name = source.LocalName };
        return ChangeAsync(client, target, current => CreateReference(current, from), cancellationToken);
    }

    /// <summary>Lets a tag follow an image in a registry, which is imported (<c>oc tag --source=docker</c>).</summary>
    /// <remarks>
    /// The tag is pending until the image is imported; see <see cref="ImportDueAsync"/>. Calling it again asks for
    /// another import.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="tag">The tag to change.</param>
    /// <param name="pullSpec">The image, such as <c>quay.io/app/web:1.4</c>.</param>
    /// <param name="importPolicy">How it is imported; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<ImageStreamTag> FollowImageAsync(
        this IImageStreamClient client,
        ImageStreamTagName tag,
        string pullSpec,
        TagImportPolicy? importPolicy = null,
        CancellationToken cancellationToken = default)
    {
        RequireNamespace(tag);
        ArgumentNullException.ThrowIfNull(pullSpec);

        return ChangeAsync(
            client,
            tag,
            current => CreateReference(current, CreateImageReference(pullSpec)) with
            {
                Generation = 0,
                ImportPolicy = importPolicy ?? TagImportPolicy.Default,
            },
            cancellationToken);
    }

    /// <summary>Lets a tag hand a pull spec on as it is, without importing it (<c>oc tag --reference</c>).</summary>
    /// <remarks>
    /// Triggers fire on it, but nobody looks at the registry: the tag has no image, and
    /// <see cref="IImageStreamTagsResource.GetAsync"/> does not find it. See <see cref="IImageTagsResource.GetAsync"/>.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="tag">The tag to change.</param>
    /// <param name="pullSpec">The image, such as <c>quay.io/app/web:1.4</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<ImageStreamTag> ReferenceImageAsync(
        this IImageStreamClient client,
        ImageStreamTagName tag,
        string pullSpec,
        CancellationToken cancellationToken = default)
    {
        RequireNamespace(tag);
        ArgumentNullException.ThrowIfNull(pullSpec);

        return ChangeAsync(
            client, tag, current => CreateReference(current, CreateImageReference(pullSpec)) with { Reference = true }, cancellationToken);
    }

    /// <summary>Says whether a tag's image is to be looked up again and again (<c>oc tag --scheduled</c>).</summary>
    /// <param name="client">The API.</param>
    /// <param name="tag">The tag to change.</param>
    /// <param name="isScheduled">Whether it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// There is no such tag, or nobody wishes for it: not found. It follows no image in a registry: invalid.
    /// </exception>
    public static Task<ImageStreamTag> SetScheduledAsync(
        this IImageStreamClient client,
        ImageStreamTagName tag,
        bool isScheduled,
        CancellationToken cancellationToken = default)
    {
        RequireNamespace(tag);

        return ChangeAsync(
            client,
            tag,
            current => current is null
                ? throw ApiErrors.NotFound(ResourceNames.Tags, tag.LocalName)
                : current with { ImportPolicy = current.ImportPolicy with { Scheduled = isScheduled } },
            cancellationToken);
    }

    /// <summary>Lets a tag have an image again that it had before.</summary>
    /// <remarks>
    /// The image is pinned by its digest, and what the tag followed is given up. A history only grows: the image comes
    /// to stand at its top, so that rolling back by one event twice leads back to where it began.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="tag">The tag to change.</param>
    /// <param name="events">How many events to go back, at least 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">The tag does not go back that far: a bad request.</exception>
    public static async Task<ImageStreamTag> RollBackTagAsync(
        this IImageStreamClient client,
        ImageStreamTagName tag,
        int events = 1,
        CancellationToken cancellationToken = default)
    {
        RequireNamespace(tag);
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);

        var stream = await GetStreamAsync(client, tag, cancellationToken).ConfigureAwait(false);
        var history = stream.Status.Tags.Find(tag.Tag)?.Items ?? default;
        return events < history.Count
            ? await ChangeAsync(client, tag, current => CreatePinnedReference(current, tag, history[events], tag), cancellationToken)
                .ConfigureAwait(false)
            : throw ApiErrors.BadRequest(
                $"{tag.LocalName} has a history of {history.Count}: it does not go back by {events}");
    }
}
