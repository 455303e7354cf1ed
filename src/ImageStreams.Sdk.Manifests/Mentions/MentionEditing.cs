namespace ImageStreams.Manifests;

/// <summary>Edits the image names of one file, reads the result again, and compares it with what the edits ask for.</summary>
internal sealed class MentionEditing
{
    private readonly ManifestFile _file;
    private readonly IReadOnlyList<ImageMention> _mentions;
    private readonly IReadOnlySet<int> _shared;
    private readonly Dictionary<ImageMention, string> _edits = new(ReferenceEqualityComparer.Instance);

    /// <summary>Prepares the edits of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mentions">All image names of the file.</param>
    /// <param name="edits">The edits.</param>
    /// <exception cref="ManifestEditException">An edit cannot be made.</exception>
    public MentionEditing(ManifestFile file, IReadOnlyList<ImageMention> mentions, IEnumerable<ImageMentionEdit> edits)
    {
        _file = file;
        _mentions = mentions;
        _shared = MentionSharing.Find(mentions.Select(mention => mention.Draft));
        foreach (var edit in edits)
        {
            Add(edit);
        }
    }

    /// <summary>Edits the file; null when nothing changes.</summary>
    /// <exception cref="ManifestEditException">An edit cannot be made.</exception>
    public FileChange? Edit()
    {
        var changes = new MentionChanges();
        foreach (var (mention, image) in _edits)
        {
            if (!mention.Draft.Target!.TryEdit(mention.Image!, image, _shared, changes))
            {
                throw MentionErrors.NotInOnePlace(mention, image);
            }
        }

        var patches = changes.ToSorted();
        var after = TextPatches.Apply(_file.Text, patches) ?? throw MentionErrors.Overlap(_edits.Keys.First());
        if (after == _file.Text)
        {
            return null;
        }

        RequireMeaning(after);
        return new FileChange(_file, after, patches);
    }

    private void Add(ImageMentionEdit edit)
    {
        var mention = edit.Mention;
        if (mention.Obstacle is { } obstacle)
        {
            throw MentionErrors.Obstacle(mention, obstacle);
        }

        if (!ImageText.IsName(edit.Image))
        {
            throw MentionErrors.NoName(mention, edit.Image);
        }

        if (!_edits.TryAdd(mention, edit.Image) && _edits[mention] != edit.Image)
        {
            throw MentionErrors.Overlap(mention);
        }
    }

    /// <summary>Requires that the edited text has the new names, and all others as before.</summary>
    private void RequireMeaning(string after)
    {
        var source = new SourceText(_file.Name, after);
        var read = MentionContent.Read(new ManifestFile(source, _file.Encoding, _file.FullPath), _mentions[0].Format).Mentions;
        var pieces = _edits
            .SelectMany(edit => edit.Key.Draft.Target!.Pieces.Select(piece => (piece.Start, edit.Value)))
            .DistinctBy(piece => piece.Start)
            .ToDictionary(piece => piece.Start, piece => piece.Value);
        for (var i = 0; i < _mentions.Count; i++)
        {
            if (read.Count != _mentions.Count || read[i].Image != GetExpected(_mentions[i], pieces))
            {
                throw MentionErrors.NotSafe(_edits.ContainsKey(_mentions[i]) ? _mentions[i] : _edits.Keys.First());
            }
        }
    }

    /// <summary>Gets the new name of a mention: also one without an edit changes with the variable that it shares with another.</summary>
    private string? GetExpected(ImageMention mention, Dictionary<int, string> pieces)
    {
        if (_edits.TryGetValue(mention, out var image))
        {
            return image;
        }

        var shared = mention.Draft.Target?.Pieces.Where(piece => pieces.ContainsKey(piece.Start) && !_shared.Contains(piece.Start)).ToArray();
        return shared is [var first, ..] ? pieces[first.Start] : mention.Image;
    }
}
