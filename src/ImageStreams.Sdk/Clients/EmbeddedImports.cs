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
    private readonly RemoteImages? _remote = importer is null ? null : new RemoteImages(engine, importer);

    public async Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(import);

        var remote = _remote ?? throw ApiErrors.MethodNotAllowed("there is no importer: images are not imported here");
        var request = Complete(import);
        RequireValid(request);
        var stream = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var images = await FindAsync(remote, request, stream, cancellationToken).ConfigureAwait(false);
        if (!request.Spec.Import)
        {
            return Answer(request, images, written: null);
        }

        var kept = await KeepAsync(images, cancellationToken).ConfigureAwait(false);
        var written = await WriteAsync(request, kept, cancellationToken).ConfigureAwait(false);
        return Answer(request, kept, written);
    }

    private static void RequireValid(ImageStreamImport request)
    {
        var errors = ImageStreamValidator.Validate(request);
        if (!errors.IsEmpty)
        {
            throw ApiErrors.Invalid(ImageStreamImport.KindName, request.Metadata.Name ?? "", errors);
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

    private static async Task<List<RequestedImage>> FindAsync(
        RemoteImages remote, ImageStreamImport request, ImageStream? stream, CancellationToken cancellationToken)
    {
        stream ??= NewStream(request);
        var trust = new RepositoryTrust(request.Spec.Images);
        List<RequestedImage> images = [];
        foreach (var spec in request.Spec.Images)
        {
            images.Add(await remote
                .FindAsync(stream, spec, trust.IsInsecure(spec), cancellationToken)
                .ConfigureAwait(false));
        }

        return images;
    }

    /// <summary>Brings the images into the store, so that no stream names one that is not there.</summary>
    private async Task<List<RequestedImage>> KeepAsync(List<RequestedImage> images, CancellationToken cancellationToken)
    {
        List<RequestedImage> kept = [];
        foreach (var image in images)
        {
            List<Image> manifests = [];
            foreach (var manifest in image.Manifests)
            {
                manifests.Add(await KeepAsync(manifest, cancellationToken).ConfigureAwait(false));
            }

            var own = image.Image is null
                ? null
                : await KeepAsync(image.Image, cancellationToken).ConfigureAwait(false);
            kept.Add(image with { Image = own, Manifests = manifests.ToValueList() });
        }

        return kept;
    }

    /// <summary>The image with its version where it was added, and as it was fetched where there was one.</summary>
    private async Task<Image> KeepAsync(Image image, CancellationToken cancellationToken)
    {
        var prepared = _keeper.Prepare(image);
        return await _keeper.EnsureAsync(prepared, cancellationToken).ConfigureAwait(false) ?? prepared;
    }

    /// <summary>Records what came of the images; where others write in between, once more in what they have written.</summary>
    private Task<ImageStream> WriteAsync(
        ImageStreamImport request, List<RequestedImage> images, CancellationToken cancellationToken) =>
        Engine.RetryAsync(async () =>
        {
            var now = Timestamp.Now(engine.Time);
            var old = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
            var before = old ?? NewStream(request);
            var next = images.Aggregate(before, (stream, image) => image.RecordIn(stream, now));
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
    private ImageStreamImport Answer(
        ImageStreamImport request, List<RequestedImage> images, ImageStream? written) => request.WithTypeMeta() with
    {
        Metadata = ServerMetadata.ForCreate(request.Metadata, engine.Settings.Naming, engine.Time) with
        {
            ResourceVersion = request.Metadata.ResourceVersion,
        },
        Status = new ImageStreamImportStatus
        {
            Import = written,
            Repository = request.Spec.Repository is null
                ? null
                : new RepositoryImportStatus { Status = ImportStatuses.RepositoryNotImported },
            Images = images.Select(image => image.ToStatus()).ToValueList(),
        },
    };

    private static ImageStream NewStream(ImageStreamImport request) =>
        StreamEditor.New(request.Metadata.Namespace ?? "", request.Metadata.Name!);
}
