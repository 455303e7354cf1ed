using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Clients;

/// <summary>Extends <see cref="IImageStreamClient"/> with the everyday operations on tags.</summary>
/// <remarks>
/// <para>Five of them are easily confused. <see cref="CopyTagAsync"/> copies an image once and keeps it.
/// <see cref="TrackTagAsync"/> moves whenever another tag of the stream moves. <see cref="FollowImageAsync"/> imports an
/// image from a registry, and again on request. <see cref="ReferenceImageAsync"/> only passes on a pull spec.
/// <see cref="RollBackTagAsync"/> returns to an earlier image of the tag.</para>
/// <para>Names include their namespace. A tag that does not exist is created, and so is its stream. Annotations and
/// reference policies of tags stay. When others change the stream in between, an operation is repeated.</para>
/// </remarks>
public static partial class ImageStreamClientExtensions
{
    /// <summary>Points a tag permanently to the image that another tag has now (<c>oc tag SOURCE TARGET</c>).</summary>
    /// <remarks>
    /// The image is pinned by its digest, so that it stays when the source moves; works across streams and namespaces. A
    /// source that only passes on a pull spec is copied as a pull spec.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="source">The tag to copy.</param>
    /// <param name="target">The tag to change.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="source"/> or
    /// <paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">A tag is named without its namespace.</exception>
    /// <exception cref="ApiException">
    /// The source has no image (<see cref="ApiFailure.NotFound"/>). Or the API rejects the change.
    /// </exception>
    public static async Task<ImageStreamTag> CopyTagAsync(
        this IImageStreamClient client,
        ImageStreamTagName source,
        ImageStreamTagName target,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        RequireNamespace(source);
        RequireNamespace(target);

        var stream = await client.Streams.GetAsync(source.Namespace, source.Stream, cancellationToken).ConfigureAwait(false);
        var latest = PullSpecs.FindLatestEvent(stream, source.Tag)
            ?? throw ApiErrors.NotFound(ResourceNames.Tags, source.LocalName);
        return await ChangeAsync(
            client, target, current => SpecTags.Pin(current, source, latest, target.Namespace), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a tag follow another tag of its stream (<c>oc tag --alias SOURCE TARGET</c>).</summary>
    /// <remarks>
    /// Only within one stream: across streams OpenShift copies the current image and never moves the tag again, which is
    /// what <see cref="CopyTagAsync"/> does explicitly. A tag that has no image yet can be followed.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="source">The tag to follow.</param>
    /// <param name="target">The tag to change.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="source"/> or
    /// <paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">A tag is named without its namespace, the tags are of different streams, or they
    /// are the same.</exception>
    /// <exception cref="ApiException">The API rejects the change.</exception>
    public static Task<ImageStreamTag> TrackTagAsync(
        this IImageStreamClient client,
        ImageStreamTagName source,
        ImageStreamTagName target,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        RequireNamespace(source);
        RequireNamespace(target);
        RequireOneStream(source, target);

        var from = new ObjectReference { Kind = ReferenceKinds.ImageStreamTag, Name = source.LocalName };
        return ChangeAsync(client, target, current => SpecTags.Follow(current, from), cancellationToken);
    }

    /// <summary>Makes a tag follow an image in a registry, which is imported (<c>oc tag --source=docker</c>).</summary>
    /// <remarks>
    /// The tag is pending until the image is imported; see <see cref="ImportDueAsync"/>. Calling it again requests another
    /// import.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="pullSpec">The image, such as <c>quay.io/app/web:1.4</c>.</param>
    /// <param name="target">The tag to change.</param>
    /// <param name="importPolicy">The import policy; the defaults when null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>,
    /// <paramref name="pullSpec"/> or <paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">The tag is named without its namespace.</exception>
    /// <exception cref="ApiException">The API rejects the change.</exception>
    public static Task<ImageStreamTag> FollowImageAsync(
        this IImageStreamClient client,
        string pullSpec,
        ImageStreamTagName target,
        TagImportPolicy? importPolicy = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(pullSpec);
        RequireNamespace(target);

        return ChangeAsync(
            client,
            target,
            current => SpecTags.FollowImage(current, pullSpec) with
            {
                Generation = 0,
                ImportPolicy = importPolicy ?? TagImportPolicy.Default,
            },
            cancellationToken);
    }

    /// <summary>Makes a tag pass on a pull spec unchanged, without an import (<c>oc tag --reference</c>).</summary>
    /// <remarks>
    /// Triggers fire on it, but the registry is never contacted: the tag has no image, and
    /// <see cref="IImageStreamTagsResource.GetAsync"/> does not find it. See <see cref="IImageTagsResource.GetAsync"/>.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="pullSpec">The image, such as <c>quay.io/app/web:1.4</c>.</param>
    /// <param name="target">The tag to change.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>,
    /// <paramref name="pullSpec"/> or <paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">The tag is named without its namespace.</exception>
    /// <exception cref="ApiException">The API rejects the change.</exception>
    public static Task<ImageStreamTag> ReferenceImageAsync(
        this IImageStreamClient client,
        string pullSpec,
        ImageStreamTagName target,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(pullSpec);
        RequireNamespace(target);

        return ChangeAsync(
            client, target, current => SpecTags.FollowImage(current, pullSpec) with { Reference = true }, cancellationToken);
    }

    /// <summary>
    /// Sets <c>importPolicy.scheduled</c> of a tag, which determines whether its image is imported periodically
    /// (<c>oc tag --scheduled</c>).
    /// </summary>
    /// <param name="client">The API.</param>
    /// <param name="tag">The tag to change.</param>
    /// <param name="isScheduled">True to import it periodically.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="ArgumentException">The tag is named without its namespace.</exception>
    /// <exception cref="ApiException">
    /// The tag does not exist or has no spec tag (<see cref="ApiFailure.NotFound"/>). It follows no image in a registry
    /// (<see cref="ApiFailure.Invalid"/>).
    /// </exception>
    public static Task<ImageStreamTag> SetScheduledAsync(
        this IImageStreamClient client,
        ImageStreamTagName tag,
        bool isScheduled,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        RequireNamespace(tag);

        return ChangeAsync(
            client,
            tag,
            current => current is null
                ? throw ApiErrors.NotFound(ResourceNames.Tags, tag.LocalName)
                : current with { ImportPolicy = current.ImportPolicy with { Scheduled = isScheduled } },
            cancellationToken);
    }

    /// <summary>Points a tag to an image of its own history.</summary>
    /// <remarks>
    /// The image is pinned by its digest, and the tag no longer follows anything; an annotation of the tag keeps what it
    /// followed, and <see cref="UndoRollBackAsync"/> restores that. A history only grows: the image is added at its top, so that
    /// rolling back by one event twice restores the first image.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="tag">The tag to change.</param>
    /// <param name="events">The number of events to go back, at least 1.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="ArgumentException">The tag is named without its namespace.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="events"/> is less than 1.</exception>
    /// <exception cref="ApiException">
    /// The stream does not exist (<see cref="ApiFailure.NotFound"/>). The history has too few events
    /// (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    public static async Task<ImageStreamTag> RollBackTagAsync(
        this IImageStreamClient client,
        ImageStreamTagName tag,
        int events = 1,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        RequireNamespace(tag);
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);

        var stream = await client.Streams.GetAsync(tag.Namespace, tag.Stream, cancellationToken).ConfigureAwait(false);
        var history = stream.Status.Tags.Find(tag.Tag)?.Items ?? default;
        return events < history.Count
            ? await ChangeAsync(client, tag, current => RollBack(current, tag, history[events]), cancellationToken)
                .ConfigureAwait(false)
            : throw ApiErrors.BadRequest(
                $"{tag.LocalName} has a history of {history.Count}: it does not go back by {events}");
    }

    /// <summary>Lets a tag follow again what it followed before it was rolled back.</summary>
    /// <remarks>Of several rollbacks in a row, all are undone. The image changes when the source of the tag moves or is
    /// imported.</remarks>
    /// <param name="client">The API.</param>
    /// <param name="tag">The tag to change.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="ArgumentException">The tag is named without its namespace.</exception>
    /// <exception cref="ApiException">
    /// The tag was not rolled back, or has been pointed elsewhere since (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    public static async Task<ImageStreamTag> UndoRollBackAsync(
        this IImageStreamClient client, ImageStreamTagName tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        RequireNamespace(tag);
        return await ChangeAsync(client, tag, Undo, cancellationToken).ConfigureAwait(false);

        TagReference Undo(TagReference? current) => RollBackRecord.TryFind(current, out var before)
            ? before
            : throw ApiErrors.BadRequest($"{tag.LocalName} was not rolled back, or has been pointed elsewhere since");
    }

    private static TagReference RollBack(TagReference? current, ImageStreamTagName tag, TagEvent tagEvent) =>
        RollBackRecord.Keep(current, SpecTags.Pin(current, tag, tagEvent, tag.Namespace));

    /// <summary>Changes a spec tag; creates the tag, and its stream, where there is none.</summary>
    private static Task<ImageStreamTag> ChangeAsync(
        IImageStreamClient client,
        ImageStreamTagName name,
        Func<TagReference?, TagReference> change,
        CancellationToken cancellationToken) =>
        ConflictRetry.RunAsync(
            async () =>
            {
                var current = await client.ImageTags.FindAsync(name, cancellationToken).ConfigureAwait(false);
                var next = SpecTags.CreateTag(name, current?.Metadata.ResourceVersion, change(current?.Spec));
                return await client.Tags.UpdateAsync(next, options: null, cancellationToken).ConfigureAwait(false);
            },
            ConflictRetry.IsApiConflict,
            ConflictRetry.MaxApiAttempts);

    private static void RequireNamespace(ImageStreamTagName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Namespace.Length == 0)
        {
            throw new ArgumentException($"'{name}' does not say its namespace.", nameof(name));
        }
    }

    private static void RequireOneStream(ImageStreamTagName source, ImageStreamTagName target)
    {
        if (source.StreamName != target.StreamName)
        {
            throw new ArgumentException(
                $"'{target}' cannot track '{source}': a tag only moves along with tags of its own stream. "
                + $"Use {nameof(CopyTagAsync)} to take the image that it has now.",
                nameof(target));
        }

        if (source.Tag == target.Tag)
        {
            throw new ArgumentException($"'{target}' cannot track itself.", nameof(target));
        }
    }
}
