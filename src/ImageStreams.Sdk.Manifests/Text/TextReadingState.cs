namespace ImageStreams.Manifests;

/// <summary>The documents and problems of a text so far.</summary>
internal sealed partial class TextReadingState(SourceText source, TextLimits limits)
{
    private readonly List<TextTree> _trees = [];
    private readonly List<ManifestProblem> _problems = [];
    private TextTreeBuilder _builder = new(source, limits);
    private int _document;
    private bool _isJsonBeyondDoubt;

    public SourceText Source { get; } = source;

    public TextReadResult ToResult() => new() { Trees = _trees, Problems = _problems };

    /// <summary>Refuses a text that is binary, or in an encoding that its file does not name.</summary>
    public bool HasForeignCharacter()
    {
        var at = Source.Text.IndexOf('\0', StringComparison.Ordinal);
        if (at >= 0)
        {
            Add(new TextSyntaxException(ManifestProblemKind.Syntax, at, TextSyntaxTexts.Binary), 1);
        }

        return at >= 0;
    }

    public void ReadJson() => ReadJson(Source.Text.AsSpan().IsWhiteSpace() ? Source.Text.Length : 0);

    /// <summary>Reads a text as JSON or, when it is none, as YAML in flow style. What only YAML allows in a text that is JSON otherwise
    /// stays a problem: the tools of the cluster refuse it.</summary>
    public void ReadJsonOrYaml()
    {
        ReadJson();
        if (_problems is not [{ Kind: ManifestProblemKind.Syntax }] || _isJsonBeyondDoubt)
        {
            return;
        }

        var yaml = new TextReadingState(Source, limits);
        yaml.ReadYaml();
        if (!yaml._problems.Exists(problem => problem.Kind != ManifestProblemKind.InvalidObject))
        {
            _problems.Clear();
            _trees.Clear();
            _trees.AddRange(yaml._trees);
            _problems.AddRange(yaml._problems);
        }
    }

    private void ReadJson(int at)
    {
        var reader = new JsonTreeReader(Source.Text, _builder);
        try
        {
            while (at < Source.Text.Length)
            {
                _document++;
                at = reader.Read(at);
                AddTree(_builder.Build(_document));
            }
        }
        catch (TextSyntaxException error)
        {
            _isJsonBeyondDoubt = reader.IsBeyondDoubt;
            Add(error, _document);
        }
    }

    private void AddTree(TextTree? tree)
    {
        foreach (var key in _builder.Duplicates)
        {
            var name = TextSyntaxName.Display(Source.Text.AsSpan(key.Start, key.Length));
            Add(ManifestProblemKind.InvalidObject, key.Start, TextSyntaxTexts.DuplicateKey(name), _document);
        }

        _builder.Duplicates.Clear();
        if (tree is not null)
        {
            _trees.Add(tree);
        }
    }

    private void Add(TextSyntaxException error, int document)
    {
        _builder.Clear();
        _builder.Duplicates.Clear();
        Add(error.Kind, error.Offset, error.Message, document);
    }

    private void Add(ManifestProblemKind kind, int offset, string message, int document)
    {
        if (_problems.Count > limits.MaxProblems)
        {
            return;
        }

        var isLast = _problems.Count == limits.MaxProblems;
        _problems.Add(new ManifestProblem
        {
            Kind = isLast ? ManifestProblemKind.TooLarge : kind,
            Place = Source.GetPlace(Math.Clamp(offset, 0, Source.Text.Length), document),
            Message = isLast ? TextSyntaxTexts.MoreProblems(limits.MaxProblems) : message,
        });
    }
}
