namespace ImageStreams.Clients;

/// <summary>Reads and writes the stream that an import goes into.</summary>
internal sealed class ImportedStream(Engine engine, StreamEditor editor)
{
    /// <summary>Creates the stream of an import where there is none yet; it is not stored.</summary>
    public static ImageStream CreateStream(ImageStreamImport request) =>
        StreamEditor.CreateStream(request.Namespace, request.Name);

    /// <summary>Finds the stream to import into; a request with a version or a UID requires that it exists.</summary>
    public async ValueTask<ImageStream?> FindAsync(ImageStreamImport request, CancellationToken cancellationToken)
    {
        var stream = await engine.FindStreamAsync(request.Namespace, request.Name, cancellationToken).ConfigureAwait(false);
        RequireSame(request, stream);
        return stream;
    }

    /// <summary>Records the outcomes in the stream as it is stored now.</summary>
    public async Task<ImageStream> RecordAsync(
        ImageStreamImport request, ResolvedImports imports, ImportedImageWriter images, CancellationToken cancellationToken)
    {
        var now = Timestamp.Now(engine.TimeProvider);
        var old = await FindAsync(request, cancellationToken).ConfigureAwait(false);
        var recorded = imports.RecordIn(
            old ?? CreateStream(request), now, !engine.Settings.SettleRepeatedFailures);
        var next = ImportedAnnotations.Apply(request, recorded);
        if (old is not null && next == old && old.Metadata.Annotations.ContainsKey(ImageStreamAnnotations.RepositoryCheck))
        {
            return engine.ToView(old);
        }

        var written = await editor
            .WriteAsync(WithRepositoryCheck(next, now), old, dryRun: false, cancellationToken)
            .ConfigureAwait(false);
        await images.KeepAsync().ConfigureAwait(false);
        return written;
    }

    private static void RequireSame(ImageStreamImport request, ImageStream? stream)
    {
        var (name, version, uid) = (request.Name, request.Metadata.ResourceVersion, request.Metadata.Uid);
        if (stream is null && (!string.IsNullOrEmpty(version) || !string.IsNullOrEmpty(uid)))
        {
            throw ApiErrors.NotFound(ResourceNames.Imports, name);
        }

        if (stream is not null && !string.IsNullOrEmpty(version) && version != stream.Metadata.ResourceVersion)
        {
            throw ApiErrors.Conflict(
                ResourceNames.Stream,
                name,
                $"the image stream was updated from \"{version}\" to \"{stream.Metadata.ResourceVersion}\"");
        }

        if (stream is not null && !string.IsNullOrEmpty(uid) && uid != stream.Metadata.Uid)
        {
            throw ApiErrors.NotFound(ResourceNames.Stream, name);
        }
    }

    private static ImageStream WithRepositoryCheck(ImageStream stream, Timestamp now) => stream with
    {
        Metadata = stream.Metadata with
        {
            Annotations = stream.Metadata.Annotations.Set(ImageStreamAnnotations.RepositoryCheck, now.ToString()),
        },
    };
}
