using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary><c>imagestreamimports</c> over a store and an importer.</summary>
internal sealed class EmbeddedImports(Engine engine, StreamEditor editor, ImageImporter? importer)
    : IImageStreamImportsResource
{
    private readonly ImageKeeper _keeper = new(engine);

    public async Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(import);

        var remote = importer ?? throw ApiErrors.MethodNotAllowed("there is no importer: images are not imported here");
        var request = Complete(import);
        RequireValid(request);
        var metadata = ServerMetadata.ForCreate(request.Metadata, engine.Settings.Naming, engine.Time);
        var stream = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var images = await new RemoteImages(engine, remote, progress)
            .FindAsync(stream ?? NewStream(request), request.Spec, cancellationToken)
            .ConfigureAwait(false);
        if (!request.Spec.Import)
        {
            return Answer(request, metadata, images, written: null);
        }

        RequireKept(images);
        var kept = await KeepAsync(images, cancellationToken).ConfigureAwait(false);
        var written = await WriteAsync(request, kept, cancellationToken).ConfigureAwait(false);
        return Answer(request, metadata, kept, written);
    }

    private static void RequireValid(ImageStreamImport request)
    {
        var errors = ImageStreamValidator.Validate(request);
        if (!errors.IsEmpty)
        {
            throw ApiErrors.Invalid(ImageStreamImport.KindName, request.Metadata.Name ?? "", errors);
        }
    }

    /// <summary>One image that cannot be kept refuses all of them, as in OpenShift, unless that is unwanted.</summary>
    private void RequireKept(RequestedImages images)
    {
        if (images.Refused is { } refused && !engine.Settings.FailRefusedImagesAlone)
        {
            throw ApiErrors.Invalid(Image.KindName, refused.Metadata.Name!, ImageStreamValidator.Validate(refused));
        }
    }

    /// <summary>The request with what a server fills in.</summary>
    private ImageStreamImport Complete(ImageStreamImport import)
    {
        var repository = import.Spec.Repository;
        return import with
        {
            Spec = import.Spec with
            {
                Images = import.Spec.Images.Select(Complete).ToValueList(),
                Repository = repository is null ? null : repository with
                {
                    ImportPolicy = engine.Settings.Complete(repository.ImportPolicy),
                    ReferencePolicy = EngineSettings.Complete(repository.ReferencePolicy),
                },
            },
            Status = ImageStreamImportStatus.Default,
        };
    }

    private ImageImportSpec Complete(ImageImportSpec spec) => spec with
    {
        To = spec.To ?? TagOf(spec.From),
        ImportPolicy = engine.Settings.Complete(spec.ImportPolicy),
        ReferencePolicy = EngineSettings.Complete(spec.ReferencePolicy),
    };

    /// <summary>The tag that an image has in its registry is the one it gets, if it says one.</summary>
    private static LocalObjectReference? TagOf(ObjectReference from) =>
        ImageReference.TryParse(from.Name, out var reference) && reference.Tag.Length > 0
            ? new LocalObjectReference { Name = reference.Tag }
            : null;

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

    /// <summary>Brings the images into the store, so that no stream names one that is not there.</summary>
    private async Task<RequestedImages> KeepAsync(RequestedImages images, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, Image>(StringComparer.Ordinal);
        return images with
        {
            OfRepository = await KeepAsync(images.OfRepository, kept, cancellationToken).ConfigureAwait(false),
            Named = await KeepAsync(images.Named, kept, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<ValueList<RequestedImage>> KeepAsync(
        ValueList<RequestedImage> images, Dictionary<string, Image> kept, CancellationToken cancellationToken)
    {
        List<RequestedImage> next = [];
        foreach (var image in images)
        {
            next.Add(image is { Image: { } own, Wish.Name.Length: > 0 }
                ? image with
                {
                    Manifests = await KeepAsync(image.Manifests, kept, cancellationToken).ConfigureAwait(false),
                    Image = await KeepAsync(own, kept, cancellationToken).ConfigureAwait(false),
                }
                : image);
        }

        return next.ToValueList();
    }

    private async Task<ValueList<Image>> KeepAsync(
        ValueList<Image> images, Dictionary<string, Image> kept, CancellationToken cancellationToken)
    {
        List<Image> next = [];
        foreach (var image in images)
        {
            next.Add(await KeepAsync(image, kept, cancellationToken).ConfigureAwait(false));
        }

        return next.ToValueList();
    }

    /// <summary>The image with its version where this import added it, and as it was fetched where there was one.</summary>
    private async Task<Image> KeepAsync(Image image, Dictionary<string, Image> kept, CancellationToken cancellationToken)
    {
        var name = image.Metadata.Name!;
        if (!kept.TryGetValue(name, out var own))
        {
            own = _keeper.Prepare(ImageFactory.WithoutManifest(image));
            own = await _keeper.EnsureAsync(own, cancellationToken).ConfigureAwait(false) ?? own;
            kept.Add(name, own);
        }

        return own with { DockerImageManifest = image.DockerImageManifest, DockerImageConfig = image.DockerImageConfig };
    }

    /// <summary>Records what came of the images; where others write in between, once more in what they have written.</summary>
    private Task<ImageStream> WriteAsync(
        ImageStreamImport request, RequestedImages images, CancellationToken cancellationToken) =>
        Engine.RetryAsync(async () =>
        {
            var now = Timestamp.Now(engine.Time);
            var old = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
            var before = old ?? NewStream(request);
            var next = images.RecordIn(before, now);
            return old is not null && next == old && old.Metadata.Annotations.ContainsKey(ImportNeeds.RepositoryCheckAnnotation)
                ? engine.Show(old)
                : await editor.WriteAsync(Checked(next, now), old, dryRun: false, cancellationToken).ConfigureAwait(false);
        });

    private static ImageStream Checked(ImageStream stream, Timestamp now) => stream with
    {
        Metadata = stream.Metadata with
        {
            Annotations = stream.Metadata.Annotations.Set(ImportNeeds.RepositoryCheckAnnotation, now.ToString()),
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
        StreamEditor.New(request.Metadata.Namespace ?? "", request.Metadata.Name!);
}
