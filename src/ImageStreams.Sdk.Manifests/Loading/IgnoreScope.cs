namespace ImageStreams.Manifests;

/// <summary>The ignore rules of a folder, and of the folders around it.</summary>
internal sealed class IgnoreScope
{
    /// <summary>The name of the file with the rules of a folder.</summary>
    public const string FileName = ".imagestreamsignore";

    private const long MaxBytes = 64 * 1024;
    private const int MaxRules = 1000;

    private static readonly HashSet<string> SkippedFolders = new(StringComparer.Ordinal) { "node_modules", "bin", "obj" };

    private readonly IgnoreScope? _outer;
    private readonly int _depth;
    private readonly IgnoreRule[] _rules;

    private IgnoreScope(IgnoreScope? outer, int depth, IEnumerable<string> lines)
    {
        _outer = outer;
        _depth = depth;
        _rules = [.. lines.Select(IgnoreRule.Parse).OfType<IgnoreRule>().Take(MaxRules)];
    }

    /// <summary>Creates the rules of the options.</summary>
    public static IgnoreScope Create(IEnumerable<string> patterns) => new(null, 0, patterns);

    /// <summary>Adds the rules of a folder, if it has such a file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="depth">The number of folders between it and the one that is loaded.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IgnoreScope Enter(string folder, int depth)
    {
        var path = Path.Join(folder, FileName);
        if (!File.Exists(path))
        {
            return this;
        }

        var bytes = LimitedReading.Read(path, MaxBytes) ?? throw new IOException($"{FileName} is larger than {MaxBytes} bytes");
        return new IgnoreScope(this, depth, System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n'));
    }

    /// <summary>Determines whether a file or folder is skipped: by its name, or by the last rule for it, the innermost first.</summary>
    /// <param name="path">The names of its path, from the folder that is loaded.</param>
    /// <param name="isFolder">True for a folder.</param>
    public bool IsIgnored(ReadOnlySpan<string> path, bool isFolder)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope.FindRule(path[scope._depth..], isFolder) is { } rule)
            {
                return !rule.IsNegated;
            }
        }

        var name = path[^1];
        return name.StartsWith('.') || (isFolder && SkippedFolders.Contains(name));
    }

    private IgnoreRule? FindRule(ReadOnlySpan<string> path, bool isFolder)
    {
        for (var i = _rules.Length - 1; i >= 0; i--)
        {
            if (_rules[i].Matches(path, isFolder))
            {
                return _rules[i];
            }
        }

        return null;
    }
}
