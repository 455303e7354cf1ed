namespace ImageStreams.Manifests;

/// <summary>An entry of <c>images</c> in a kustomization.</summary>
internal sealed class KustomizeImage
{
    private const string NameField = "name";
    private const string NewNameField = "newName";
    private const string TagField = "newTag";
    private const string DigestField = "digest";

    private readonly TextTree _tree;
    private readonly int _mapping;
    private readonly ImageFields _fields;

    private KustomizeImage(TextTree tree, int mapping, ImageFields fields)
    {
        _tree = tree;
        _mapping = mapping;
        _fields = fields;
    }

    private string Repository => _fields.GetText(RepositoryField);

    private string RepositoryField => _fields.GetText(NewNameField).Length > 0 ? NewNameField : NameField;

    private string Tag => _fields.GetText(TagField);

    private string Digest => _fields.GetText(DigestField);

    /// <summary>Finds the image of an entry; null when it has no name.</summary>
    public static KustomizeImage? Find(TextTree tree, int mapping)
    {
        if (tree.Nodes[mapping].Kind != TextNodeKind.Mapping)
        {
            return null;
        }

        var fields = ImageFields.Find(tree, mapping, NameField, NewNameField, TagField, DigestField);
        return fields.GetText(NameField).Length > 0 ? new KustomizeImage(tree, mapping, fields) : null;
    }

    /// <summary>Creates the draft.</summary>
    public MentionDraft ToDraft()
    {
        var path = _tree.GetPath(_mapping);
        return new MentionDraft
        {
            Path = path,
            Span = ScalarMention.GetSpan(_tree, _fields.GetNode(RepositoryField)),
            Document = _tree.Document,
            Image = _fields.HasExpression ? null : new ImageText(Repository, Tag, Digest).ToString(),
            Target = new FieldsTarget(_tree, path, _tree.GetPlace(_mapping), Plan),
            Obstacle = _fields.FindObstacle() ?? (Tag.Length + Digest.Length == 0 ? MentionTexts.NoNewTag : null),
        };
    }

    /// <summary>Plans the fields of a new image; one without tag or digest loses the field.</summary>
    private Dictionary<string, string?> Plan(ImageText image)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (image.Repository != Repository)
        {
            texts[NewNameField] = image.Repository;
        }

        AddVersion(texts, TagField, Tag, image.Tag);
        AddVersion(texts, DigestField, Digest, image.Digest);
        return texts;
    }

    private void AddVersion(Dictionary<string, string?> texts, string field, string before, string after)
    {
        if (before != after)
        {
            texts[field] = after.Length == 0 && _fields.Has(field) ? null : after;
        }
    }
}
