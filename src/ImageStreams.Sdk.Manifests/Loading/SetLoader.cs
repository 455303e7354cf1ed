using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>Loads sets: finds the files, reads several at the same time, and puts the objects together in order.</summary>
internal sealed class SetLoader(LoadSettings settings)
{
    private const int MaxParallel = 4;

    private readonly FileReading _reading = new(settings);

    public async Task<ManifestSet> LoadAsync(string[] paths, CancellationToken cancellationToken)
    {
        var sources = Limit(new PathExpansion(settings).Find(paths));
        var contents = new FileContent[sources.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Min(MaxParallel, Environment.ProcessorCount),
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(0, contents.Length, options, async (index, token) =>
            contents[index] = await ReadAsync(sources[index], token).ConfigureAwait(false)).ConfigureAwait(false);
        return Create(contents);
    }

    public async Task<ManifestSet> LoadAsync(Stream stream, string name, CancellationToken cancellationToken) =>
        Create([await ReadAsync(stream, name, cancellationToken).ConfigureAwait(false)]);

    public ManifestSet Load(string text, string name) => text.Length > settings.MaxFileBytes
        ? Create([FileContent.FromProblem(LoadTexts.FileTooLarge(name, settings.MaxFileBytes))])
        : Create([_reading.Read(text, name)]);

    /// <summary>Marks the files that are too large, alone or in sum, before any is read, so that the answer does not depend on which
    /// one is read first.</summary>
    private List<FileSource> Limit(List<FileSource> sources)
    {
        var total = 0L;
        for (var i = 0; i < sources.Count; i++)
        {
            var length = sources[i] is { FullPath: { } path, Problem: null } ? GetLength(path) : 0;
            if (length > settings.MaxFileBytes)
            {
                sources[i] = sources[i] with { Problem = LoadTexts.FileTooLarge(sources[i].Name, settings.MaxFileBytes) };
                continue;
            }

            total += length;
            if (total > settings.MaxTotalBytes)
            {
                sources[i] = sources[i] with { Problem = LoadTexts.SetTooLarge(sources[i].Name, settings.MaxTotalBytes) };
            }
        }

        return sources;
    }

    private static long GetLength(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? file.Length : 0;
    }

    private async Task<FileContent> ReadAsync(FileSource source, CancellationToken cancellationToken)
    {
        if (source.Problem is { } problem)
        {
            return FileContent.FromProblem(problem);
        }

        if (source.FullPath is { } path)
        {
            return ReadFile(path, source.Name);
        }

        if (settings.StandardInput is { } given)
        {
            return await ReadAsync(given, source.Name, cancellationToken).ConfigureAwait(false);
        }

        using var input = Console.OpenStandardInput();
        return await ReadAsync(input, source.Name, cancellationToken).ConfigureAwait(false);
    }

    private FileContent ReadFile(string path, string name)
    {
        try
        {
            return LimitedReading.Read(path, settings.MaxFileBytes) is { } bytes
                ? _reading.Read(bytes, name, path)
                : FileContent.FromProblem(LoadTexts.FileTooLarge(name, settings.MaxFileBytes));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FileContent.FromProblem(LoadTexts.Unreadable(name, error));
        }
    }

    private async Task<FileContent> ReadAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        var bytes = await LimitedReading.ReadAsync(stream, settings.MaxFileBytes, cancellationToken).ConfigureAwait(false);
        return bytes is null
            ? FileContent.FromProblem(LoadTexts.FileTooLarge(name, settings.MaxFileBytes))
            : _reading.Read(bytes, name, null);
    }

    private static ManifestSet Create(FileContent[] contents)
    {
        var table = new ObjectTable(contents.SelectMany(content => content.Objects));
        var duplicates = table.Duplicates.ToLookup(duplicate => duplicate.Place.File, StringComparer.Ordinal);
        var problems = contents.SelectMany(content => Merge(content, duplicates)).ToValueList();
        return new ManifestSet(contents.Select(content => content.File).OfType<ManifestFile>().ToValueList(), table, problems);
    }

    private static IEnumerable<ManifestProblem> Merge(FileContent content, ILookup<string, ManifestProblem> duplicates)
    {
        var later = content.File is null ? [] : duplicates[content.File.Name];
        return content.Problems.Concat(later).OrderBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column);
    }
}
