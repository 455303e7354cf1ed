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
        var engine = new Engine(store, new EngineSettings(options), timeProvider ?? TimeProvider.System);
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

    private static ImageImporter? GetImporter(Engine engine, ImageImporter? importer) =>
        engine.Settings.FollowNestedIndexes ? importer : importer?.RefusingNestedIndexes();
}
