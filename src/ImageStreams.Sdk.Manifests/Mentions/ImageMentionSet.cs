using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>The image names in files that are no manifests of a cluster: Dockerfiles, compose files, pipelines, values of charts, projects.</summary>
/// <remarks>Immutable. Each name has its place, and can be edited so that every other byte of its file stays as it is.</remarks>
public sealed class ImageMentionSet
{
    private readonly Dictionary<ManifestFile, IReadOnlyList<ImageMention>> _byFile = new(ReferenceEqualityComparer.Instance);

    internal ImageMentionSet(IReadOnlyList<MentionContent> contents)
    {
        foreach (var content in contents.Where(content => content.File is not null))
        {
            _byFile.Add(content.File!, content.Mentions);
        }

        Files = contents.Select(content => content.File).OfType<ManifestFile>().ToValueList();
        Mentions = contents.SelectMany(content => content.Mentions).ToValueList();
        Problems = contents.SelectMany(content => content.Problems).ToValueList();
    }

    /// <summary>The files that could be read, in the order of loading.</summary>
    public ValueList<ManifestFile> Files { get; }

    /// <summary>The image names, in the order of loading and of the texts.</summary>
    public ValueList<ImageMention> Mentions { get; }

    /// <summary>The problems of files and texts, with their places. What has one is left out; everything else is read.</summary>
    public ValueList<ManifestProblem> Problems { get; }

    /// <summary>Loads files, the files in folders, and those that patterns match. Files of other formats are left out.</summary>
    /// <param name="paths">
    /// The paths, as <see cref="ManifestSet.LoadAsync"/> takes them. In folders, <c>.github</c>, <c>.gitlab</c>, <c>.devcontainer</c> and
    /// <c>.gitlab-ci.yml</c> are read, too; the same ignore files count. Standard input is left out, for it has no name that
    /// tells its format.
    /// </param>
    /// <param name="options">Limits and rules to ignore files; null for the defaults. The extensions do not count.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The image names and problems.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> or one of them is null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static Task<ImageMentionSet> LoadAsync(
        IEnumerable<string> paths, ManifestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        string[] list = [.. paths];
        foreach (var path in list)
        {
            ArgumentNullException.ThrowIfNull(path, nameof(paths));
        }

        return Task.Run(() => MentionLoader.Create(options).Load(list, cancellationToken), cancellationToken);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name of its file, for places, and for the format when none is given.</param>
    /// <param name="format">The format; null to find it by the name.</param>
    /// <returns>The image names and problems; empty when the name tells no format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="name"/> is null.</exception>
    public static ImageMentionSet Parse(string text, string name, ImageMentionFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var found = format ?? MentionFormats.Find(name, isOnDisk: false);
        var file = new ManifestFile(new SourceText(name, text.TrimStart('\uFEFF')), FileEncoding.Utf8, null);
        return new ImageMentionSet(found is null ? [] : [MentionContent.Read(file, found.Value)]);
    }

    /// <summary>Finds the format of a file by its path.</summary>
    /// <param name="path">The path; <c>values.yaml</c> is that of a chart only beside a file <c>Chart.yaml</c>.</param>
    /// <returns>The format; null when it is none of them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public static ImageMentionFormat? FindFormat(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return MentionFormats.Find(path, isOnDisk: true);
    }

    /// <summary>Edits image names; every byte outside of the edited parts stays as it is.</summary>
    /// <param name="edits">The edits of names of this set. Names that are one variable change together.</param>
    /// <returns>The changes of the files, in the order of <see cref="Files"/>; files that stay as they are have none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="edits"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A name is not of this set.</exception>
    /// <exception cref="ManifestEditException">An edit cannot be made; see <see cref="ImageMention.Obstacle"/>.</exception>
    public ValueList<FileChange> Edit(IEnumerable<ImageMentionEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var list = edits.ToList();
        foreach (var edit in list)
        {
            ArgumentNullException.ThrowIfNull(edit, nameof(edits));
            if (!_byFile.ContainsKey(edit.Mention.File))
            {
                throw new ArgumentException($"{edit.Mention} is not a name of this set.", nameof(edits));
            }
        }

        var byFile = list.ToLookup(edit => edit.Mention.File, ReferenceEqualityComparer.Instance);
        return Files.Where(byFile.Contains)
            .Select(file => new MentionEditing(file, _byFile[file], byFile[file]).Edit())
            .OfType<FileChange>()
            .ToValueList();
    }

    /// <summary>Returns the numbers of names, files and problems.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"{Mentions.Count} image names in {Files.Count} files, {Problems.Count} problems";
}
