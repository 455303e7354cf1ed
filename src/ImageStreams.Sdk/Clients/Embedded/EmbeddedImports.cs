using ImageStreams.Importing;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Implements <c>imagestreamimports</c> on a store and an importer.</summary>
/// <remarks>
/// <code>
/// request ──defaults──▶ ImportResolver ──ImageImport──▶ ImportedImageWriter ──▶ ImportedStream ──▶ StreamWriter
///                        (registry)                      (store: images)                         (store: stream)
/// </code>
/// </remarks>
internal sealed class EmbeddedImports(Engine engine, StreamEditor editor, ImageImporter? importer)
    : IImageStreamImportsResource
{
    private readonly ImportedStream _stream = new(engine, editor);

    public Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        CreateAsync(import, options: null, progress, cancellationToken);

    public Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import, WriteOptions? options, CancellationToken cancellationToken = default) =>
        CreateAsync(import, options, progress: null, cancellationToken);

    private async Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import, WriteOptions? options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        FieldManagerRules.RequireForCreate(options);
        if (importer is null)
        {
            throw ApiErrors.MethodNotAllowed("there is no importer: images are not imported here");
        }

        await engine.Admission.RequireImportAsync(import, cancellationToken).ConfigureAwait(false);
        await engine.Admission
            .RequireNamespaceAsync(import.Namespace, ResourceNames.Imports, import.Name, !import.Spec.Import, cancellationToken)
            .ConfigureAwait(false);
        var request = import.WithDefaults(engine.Settings.DefaultImportMode) with { Status = ImageStreamImportStatus.Default };
        RequireValid(request);
        var metadata = ServerMetadata.ForCreate(request.Metadata, engine.Settings.Naming, engine.TimeProvider) with
        {
            ManagedFields = ImportOwners.Find(request, options, engine.TimeProvider),
        };
        var stream = await _stream.FindAsync(request, cancellationToken).ConfigureAwait(false);
        var imports = await new ImportResolver(engine, importer, ImportedAnnotations.FindDigest(request), progress)
            .ResolveAsync(stream ?? ImportedStream.CreateStream(request), request.Spec, cancellationToken)
            .ConfigureAwait(false);
        ImageStream? written = null;
        if (request.Spec.Import)
        {
            (imports, written) = await WriteAsync(request, imports, cancellationToken).ConfigureAwait(false);
        }

        return CreateAnswer(request, metadata, imports.ToStatus(written));
    }

    private static void RequireValid(ImageStreamImport request)
    {
        var errors = ImageStreamValidator.Validate(request);
        if (!errors.IsEmpty)
        {
            throw ApiErrors.Invalid(ImageStreamImport.KindName, request.Name, errors);
        }
    }

    private async Task<(ResolvedImports Imports, ImageStream Stream)> WriteAsync(
        ImageStreamImport request, ResolvedImports imports, CancellationToken cancellationToken)
    {
        RequireValid(imports);
        var writer = new ImportedImageWriter(new ImageWriter(engine));
        var written = await writer.WriteAsync(imports, cancellationToken).ConfigureAwait(false);
        var stream = await ConflictRetry
            .RunAsync(() => _stream.RecordAsync(request, written, writer, cancellationToken))
            .ConfigureAwait(false);
        return (written, stream);
    }

    /// <summary>Rejects the whole import because of one image that cannot be stored, as in OpenShift, unless the options
    /// let it fail alone.</summary>
    private void RequireValid(ResolvedImports imports)
    {
        if (imports.FirstInvalid is { } invalid && !engine.Settings.FailInvalidImagesIndividually)
        {
            throw ApiErrors.Invalid(Image.KindName, invalid.Name, ImageStreamValidator.Validate(invalid));
        }
    }

    /// <summary>Creates the response: the request as an object of its own, though it is not stored, with the outcome.</summary>
    private static ImageStreamImport CreateAnswer(
        ImageStreamImport request, ObjectMeta metadata, ImageStreamImportStatus status) =>
        request.WithTypeMeta() with
        {
            Metadata = metadata with { ResourceVersion = request.Metadata.ResourceVersion },
            Status = status,
        };
}
