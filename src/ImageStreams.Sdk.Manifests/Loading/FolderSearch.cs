namespace ImageStreams.Manifests;

/// <summary>Searches a folder for manifests: in the order of names, each folder once, without recursion.</summary>
/// <param name="folder">The folder as it was named.</param>
/// <param name="pattern">The pattern of the files and folders to find; null for all files with the endings of manifests.</param>
/// <param name="settings">The settings.</param>
internal sealed class FolderSearch(string folder, GlobPattern? pattern, LoadSettings settings)
{
    private const int MaxDepth = 100;

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Stack<FolderEntry> _pending = [];

    /// <summary>Lists the files, and the problems where something cannot be searched.</summary>
    public IEnumerable<FileSource> Find()
    {
        _pending.Push(new FolderEntry(Path.GetFullPath(folder.Length == 0 ? "." : folder), [], true, settings.Ignore, pattern is null));
        while (_pending.TryPop(out var entry))
        {
            var source = entry.IsFolder ? Enter(entry) : CreateSource(entry);
            if (source is not null)
            {
                yield return source;
            }
        }
    }

    private FileSource? Enter(FolderEntry entry)
    {
        if (!_visited.Add(entry.RealPath))
        {
            return null;
        }

        var name = GetName(entry);
        if (entry.Names.Length > MaxDepth)
        {
            return new FileSource { Name = name, Problem = LoadTexts.TooDeep(name, MaxDepth) };
        }

        try
        {
            PushChildren(entry);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new FileSource { Name = name, Problem = LoadTexts.Unreadable(name, error) };
        }
    }

    private void PushChildren(FolderEntry entry)
    {
        var ignore = entry.Ignore.Enter(entry.RealPath, entry.Names.Length);
        var children = new DirectoryInfo(entry.RealPath).GetFileSystemInfos();
        Array.Sort(children, (x, y) => string.CompareOrdinal(y.Name, x.Name));
        foreach (var child in children)
        {
            string[] names = [.. entry.Names, child.Name];
            var isMatched = entry.IsMatched || pattern!.Matches(names);
            var target = child.LinkTarget is null ? child : child.ResolveLinkTarget(returnFinalTarget: true) ?? child;
            var isFolder = target is DirectoryInfo { Exists: true };
            if (!ignore.IsIgnored(names, isFolder) && (isFolder || IsWanted(target, child.Name, entry.IsMatched, isMatched)))
            {
                _pending.Push(new FolderEntry(target.FullName, names, isFolder, ignore, isMatched));
            }
        }
    }

    /// <summary>Determines whether a file is to be read. Empty ones are not even opened: among them are pipes, which would block.</summary>
    private bool IsWanted(FileSystemInfo file, string name, bool isInMatchedFolder, bool isMatched)
    {
        if (file is FileInfo { Exists: true, Length: 0 })
        {
            return false;
        }

        return isInMatchedFolder ? HasWantedName(name) : isMatched;
    }

    private bool HasWantedName(string name) => settings.IsWanted is { } isWanted
        ? isWanted(name)
        : Array.Exists(settings.Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private FileSource CreateSource(FolderEntry entry) => new() { Name = GetName(entry), FullPath = entry.RealPath };

    private string GetName(FolderEntry entry)
    {
        var start = folder is "" or "." || entry.Names.Length == 0 ? folder : folder.TrimEnd('/') + "/";
        return (start == "." && entry.Names.Length > 0 ? "" : start) + string.Join('/', entry.Names);
    }
}
