namespace ImageStreams.Manifests;

/// <summary>Finds the files that paths lead to: files, folders, patterns, and <c>-</c> for standard input. Each file once.</summary>
internal sealed class PathExpansion(LoadSettings settings)
{
    private const string StandardInput = "-";

    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    public List<FileSource> Find(IEnumerable<string> paths)
    {
        var sources = new List<FileSource>();
        foreach (var source in paths.SelectMany(Expand))
        {
            if (sources.Count >= settings.MaxFiles)
            {
                sources.Add(source with { Problem = LoadTexts.TooManyFiles(source.Name, settings.MaxFiles) });
                break;
            }

            if (source.Problem is not null || _found.Add(source.FullPath ?? StandardInput))
            {
                sources.Add(source);
            }
        }

        return sources;
    }

    private IEnumerable<FileSource> Expand(string path)
    {
        if (path == StandardInput)
        {
            return [new FileSource { Name = path }];
        }

        var name = Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
        if (Directory.Exists(path))
        {
            return new FolderSearch(name, null, settings).Find();
        }

        return File.Exists(path)
            ? [new FileSource { Name = name, FullPath = ToRealPath(path) }]
            : FindMissing(name);
    }

    private IEnumerable<FileSource> FindMissing(string name)
    {
        if (!GlobText.HasWildcard(name))
        {
            return [new FileSource { Name = name, Problem = LoadTexts.NotFound(name) }];
        }

        var wildcard = name.AsSpan().IndexOfAny('*', '?', '[');
        var slash = name.AsSpan(0, wildcard).LastIndexOf('/');
        var folder = slash switch
        {
            < 0 => ".",
            0 => "/",
            _ => name[..slash],
        };
        return Directory.Exists(folder) ? FindMatches(name, folder, name[(slash + 1)..]) : [CreateNoMatch(name)];
    }

    private IEnumerable<FileSource> FindMatches(string name, string folder, string pattern)
    {
        var isEmpty = true;
        foreach (var source in new FolderSearch(folder, GlobPattern.Create(pattern), settings).Find())
        {
            isEmpty = false;
            yield return source;
        }

        if (isEmpty)
        {
            yield return CreateNoMatch(name);
        }
    }

    private static FileSource CreateNoMatch(string name) => new() { Name = name, Problem = LoadTexts.NoMatch(name) };

    private static string ToRealPath(string path)
    {
        var file = new FileInfo(path);
        try
        {
            return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName;
        }
        catch (IOException)
        {
            // Links of the system, such as those of open pipes, have targets that are no paths.
            return file.FullName;
        }
    }
}
