using ImageStreams.Importing;
using ImageStreams.Lifecycle;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary><c>imagestreamimports</c> over a store and an importer.</summary>
internal sealed class EmbeddedImports(Engine engine, StreamEditor editor, ImageImporter? importer)
    : IImageStreamImportsResource
{
    public async Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(import);

        var remote = importer ?? throw ApiErrors.MethodNotAllowed("there is no importer: images are not imported here");
        var request = import.WithDefaults(engine.Settings.DefaultImportMode) with
        {
            Status = ImageStreamImportStatus.Default,
        };
        RequireValid(request);
        var metadata = ServerMetadata.ForCreate(request.Metadata, engine.Settings.Naming, engine.TimeProvider);
        var stream = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var images = await new RemoteImages(engine, remote, progress)
            .FindAsync(stream ?? NewStream(request), request.Spec, cancellationToken)
            .ConfigureAwait(false);
        if (!request.Spec.Import)
        {
            return Answer(request, metadata, images, written: null);
        }

        RequireKept(images);
        var kept = await new ImportedImageWriter(new ImageWriter(engine)).KeepAsync(images, cancellationToken).ConfigureAwait(false);
        var written = await WriteAsync(request, kept, cancellationToken).ConfigureAwait(false);
        return Answer(request, metadata, kept, written);
    }

    private static void RequireValid(ImageStreamImport request)
    {
        var errors = ImageStreamValidator.Validate(request);
        if (!errors.IsEmpty)
        {
            throw ApiErrors.Invalid(ImageStreamImport.KindName, request.Name, errors);
        }
    }

    /// <summary>One image that cannot be kept refuses all of them, as in OpenShift, unless that is unwanted.</summary>
    private void RequireKept(RequestedImages images)
    {
        if (images.Refused is { } refused && !engine.Settings.FailInvalidImagesIndividually)
        {
            throw ApiErrors.Invalid(Image.KindName, refused.Metadata.Name!, ImageStreamValidator.Validate(refused));
        }
    }

    /// <summary>The stream to import into, or null; whoever names a version or a UID means one that is there.</summary>
    private async ValueTask<ImageStream?> ReadAsync(ImageStreamImport request, CancellationToken cancellationToken)
    {
        var (wanted, name) = (request.Metadata, request.Metadata.Name!);
        var stream = await engine
            .FindStreamAsync(wanted.Namespace ?? "", name, cancellationToken)
            .ConfigureAwait(false);
        if (stream is null)
        {
            return string.IsNullOrEmpty(wanted.ResourceVersion) && string.IsNullOrEmpty(wanted.Uid)
                ? null
                : throw ApiErrors.NotFound(ResourceNames.Streams, name);
        }

        if (!string.IsNullOrEmpty(wanted.ResourceVersion) && wanted.ResourceVersion != stream.Metadata.ResourceVersion)
        {
            throw ApiErrors.Conflict(
                ResourceNames.Stream,
                name,
                $"the image stream was updated from \"{wanted.ResourceVersion}\" to \"{stream.Metadata.ResourceVersion}\"");
        }

        return string.IsNullOrEmpty(wanted.Uid) || wanted.Uid == stream.Metadata.Uid
            ? stream
            : throw ApiErrors.NotFound(ResourceNames.Stream, name);
    }

    /// <summary>Records what came of the images; where others write in between, once more in what they have written.</summary>
    private Task<ImageStream> WriteAsync(
        ImageStreamImport request, RequestedImages images, CancellationToken cancellationToken) =>
        Engine.RetryAsync(async () =>
        {
            var now = Timestamp.Now(engine.TimeProvider);
            var old = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
            var before = old ?? NewStream(request);
            var next = images.RecordIn(before, now);
            return old is not null && next == old && old.Metadata.Annotations.ContainsKey(ImageStreamAnnotations.RepositoryCheck)
                ? engine.ToView(old)
                : await editor.WriteAsync(Checked(next, now), old, dryRun: false, cancellationToken).ConfigureAwait(false);
        });

    private static ImageStream Checked(ImageStream stream, Timestamp now) => stream with
    {
        Metadata = stream.Metadata with
        {
            Annotations = stream.Metadata.Annotations.Set(ImageStreamAnnotations.RepositoryCheck, now.ToString()),
        },
    };

    /// <summary>The request as an object of its own, though nobody keeps it, with what came of it.</summary>
    private static ImageStreamImport Answer(
        ImageStreamImport request, ObjectMeta metadata, RequestedImages images, ImageStream? written) =>
        request.WithTypeMeta() with
        {
            Metadata = metadata with { ResourceVersion = request.Metadata.ResourceVersion },
            Status = images.ToStatus(written),
        };

    private static ImageStream NewStream(ImageStreamImport request) =>
        StreamEditor.CreateStream(request.Namespace, request.Metadata.Name!);
}
