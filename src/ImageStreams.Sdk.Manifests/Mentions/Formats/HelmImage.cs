namespace ImageStreams.Manifests;

/// <summary>A mapping in the values of a chart whose fields name an image together.</summary>
internal sealed class HelmImage
{
    private const string RegistryField = "registry";
    private const string RepositoryField = "repository";
    private const string TagField = "tag";
    private const string DigestField = "digest";

    private readonly TextTree _tree;
    private readonly int _mapping;
    private readonly ImageFields _fields;

    private HelmImage(TextTree tree, int mapping, ImageFields fields)
    {
        _tree = tree;
        _mapping = mapping;
        _fields = fields;
    }

    private string Registry => _fields.GetText(RegistryField);

    /// <summary>Finds the image of a mapping; null when it names none: it has a repository, and one of the other fields.</summary>
    public static HelmImage? Find(TextTree tree, int mapping)
    {
        var fields = ImageFields.Find(tree, mapping, RegistryField, RepositoryField, TagField, DigestField);
        var isImage = fields.GetText(RepositoryField).Length > 0
            && (fields.Has(TagField) || fields.Has(DigestField) || fields.Has(RegistryField))
            && !fields.GetText(RepositoryField).Contains("://", StringComparison.Ordinal);
        return isImage ? new HelmImage(tree, mapping, fields) : null;
    }

    /// <summary>Creates the draft.</summary>
    public MentionDraft ToDraft()
    {
        var path = _tree.GetPath(_mapping);
        var hasVersion = _fields.GetText(TagField).Length + _fields.GetText(DigestField).Length > 0;
        var obstacle = _fields.FindObstacle() ?? (hasVersion ? null : MentionTexts.NoTag);
        return new MentionDraft
        {
            Path = path,
            Span = ScalarMention.GetSpan(_tree, _fields.GetNode(RepositoryField)),
            Document = _tree.Document,
            Image = _fields.HasExpression ? null : GetImage(),
            Target = new FieldsTarget(_tree, path, _tree.GetPlace(_mapping), Plan),
            Obstacle = obstacle,
        };
    }

    private string GetImage()
    {
        var repository = Registry.Length == 0 ? _fields.GetText(RepositoryField) : $"{Registry}/{_fields.GetText(RepositoryField)}";
        return new ImageText(repository, _fields.GetText(TagField), _fields.GetText(DigestField)).ToString();
    }

    /// <summary>Plans the fields of a new image: a digest goes into its own field, or behind the tag when there is none.</summary>
    private Dictionary<string, string?>? Plan(ImageText image)
    {
        var prefix = Registry.Length == 0 ? "" : $"{Registry}/";
        if (!image.Repository.StartsWith(prefix, StringComparison.Ordinal) || (!_fields.Has(TagField) && image.Tag.Length > 0))
        {
            return null;
        }

        var texts = new Dictionary<string, string?>(StringComparer.Ordinal) { [RepositoryField] = image.Repository[prefix.Length..] };
        if (_fields.Has(TagField))
        {
            texts[TagField] = _fields.Has(DigestField) ? image.Tag : ImageText.Join(image.Tag, image.Digest);
        }

        if (_fields.Has(DigestField))
        {
            texts[DigestField] = image.Digest;
        }

        return texts.Where(text => text.Value != _fields.GetText(text.Key)).ToDictionary(StringComparer.Ordinal);
    }
}
