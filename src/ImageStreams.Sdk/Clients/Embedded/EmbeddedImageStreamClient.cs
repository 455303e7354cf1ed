using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Internal;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>OpenShift's image API inside this process: over any store, without a cluster.</summary>
/// <remarks>
/// <para>Answers as the API server does, including status codes and reasons; the resources name the deliberate
/// differences. By default, an administrator asks, every namespace exists and nothing is limited; the options have a
/// port for each: <see cref="IRequestUsers"/>, <see cref="IAccessReviewer"/>, <see cref="INamespaces"/> and
/// <see cref="IStreamLimits"/>.</para>
/// <para>Tags are not imported automatically: see <see cref="ImageStreamClientExtensions.ImportDueAsync"/>. Safe to share
/// between threads, as far as the store is; several clients may share a store.</para>
/// </remarks>
public sealed class EmbeddedImageStreamClient : IImageStreamClient
{
    private readonly ImagePruning _pruning;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a client.</summary>
    /// <param name="store">The store of streams and images.</param>
    /// <param name="importer">
    /// The importer of images from registries; without one every import fails with method not allowed (405).
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public EmbeddedImageStreamClient(
        IImageStreamStore store,
        ImageImporter? importer = null,
        EmbeddedImageStreamOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(store);

        options ??= new EmbeddedImageStreamOptions();
        OptionsErrors.ThrowIfAny(options);
        timeProvider ??= TimeProvider.System;
        _timeProvider = timeProvider;
        _pruning = ImagePruning.For(store);
        var pruned = new PruningStore(store, _pruning, options.PruneImagesAfter, timeProvider);
        var engine = new Engine(pruned, new EngineSettings(options, store), timeProvider);
        var writer = new StreamWriter(engine);
        var editor = new StreamEditor(engine, writer);
        Streams = new EmbeddedStreams(engine, writer);
        Tags = new EmbeddedTags(engine, editor);
        ImageTags = new EmbeddedImageTags(engine, editor);
        StreamImages = new EmbeddedStreamImages(engine);
        Mappings = new EmbeddedMappings(engine, writer);
        Imports = new EmbeddedImports(engine, editor, GetImporter(engine, importer));
        Images = new EmbeddedImages(engine);
    }

    /// <inheritdoc/>
    public IImageStreamsResource Streams { get; }

    /// <inheritdoc/>
    public IImageStreamTagsResource Tags { get; }

    /// <inheritdoc/>
    public IImageTagsResource ImageTags { get; }

    /// <inheritdoc/>
    public IImageStreamImagesResource StreamImages { get; }

    /// <inheritdoc/>
    public IImageStreamMappingsResource Mappings { get; }

    /// <inheritdoc/>
    public IImageStreamImportsResource Imports { get; }

    /// <inheritdoc/>
    public IImagesResource Images { get; }

    /// <summary>Removes the images that no stream names, as <c>oc adm prune images</c> does.</summary>
    /// <remarks>
    /// An image is named by the history of a tag, by a spec tag that is pinned to it, or by an index that is named. It is unused
    /// from the first call that finds it unnamed, or the first run of <see
    /// cref="EmbeddedImageStreamOptions.PruneImagesAfter"/>, until it is read. Costs as much as listing the store.
    /// Clients over one store in this process know what the others read. Other processes may write to the store and remove
    /// images from it at the same time: an image that an import or a push names stays, or is stored again. What they only read
    /// does not begin anew.
    /// </remarks>
    /// <param name="unusedFor">The time for which an image must be unused; zero for all that are unused now, which may
    /// also be those of an import that has not ended.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The names of the removed images, in byte order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unusedFor"/> is negative.</exception>
    public Task<ValueList<string>> PruneImagesAsync(TimeSpan unusedFor, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unusedFor, TimeSpan.Zero);
        return _pruning.RunAsync(unusedFor, _timeProvider, cancellationToken);
    }

    private static ImageImporter? GetImporter(Engine engine, ImageImporter? importer) =>
        engine.Settings.FollowNestedIndexes ? importer : importer?.RefusingNestedIndexes();
}
