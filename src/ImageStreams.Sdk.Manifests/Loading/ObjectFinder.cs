using System.Globalization;

namespace ImageStreams.Manifests;

/// <summary>Finds the objects of a document: itself, or the items of lists and templates in each other, without recursion.</summary>
internal sealed class ObjectFinder(TextTree tree, LoadSettings settings, ICollection<ManifestProblem> problems, ExpansionBudget budget)
{
    private readonly Stack<ObjectEntry> _pending = [];

    /// <summary>Lists the objects in the order of the text.</summary>
    public IEnumerable<ObjectContent> Find()
    {
        _pending.Push(new ObjectEntry(0, "", default, null));
        while (_pending.TryPop(out var entry))
        {
            if (Visit(entry) is { } content)
            {
                yield return content;
            }
        }
    }

    private ObjectContent? Visit(ObjectEntry entry)
    {
        if (tree.Nodes[tree.Resolve(entry.Node)].Kind != TextNodeKind.Mapping)
        {
            ReportItem(entry);
            return null;
        }

        var written = new ObjectType(ReadText(entry, "kind"), ReadText(entry, "apiVersion"));
        var type = Complete(written, entry.Default);
        if (TryExpand(entry, type))
        {
            return null;
        }

        return type.Kind.Length == 0 || (type.ApiVersion.Length == 0 && !KnownKinds.IsDistinctive(type.Kind))
            ? null
            : CreateContent(entry, written, type);
    }

    private bool TryExpand(ObjectEntry entry, ObjectType type)
    {
        if (type.IsTemplate)
        {
            var scope = new TemplateReader(tree, settings, problems, budget).Read(entry.Node, entry.Template);
            Push(entry, "objects", default, scope);
            return true;
        }

        if (type.IsAnyList || (type.MayBeList && IsSequence(tree.FindEntry(entry.Node, "items"))))
        {
            Push(entry, "items", type.IsAnyList ? default : type.ToItemType(), entry.Template);
            return true;
        }

        return false;
    }

    /// <summary>Pushes the items of a list, so that the first comes out first.</summary>
    private void Push(ObjectEntry entry, string field, ObjectType itemType, TemplateScope? template)
    {
        var list = tree.FindEntry(entry.Node, field);
        if (list < 0 || !IsSequence(list))
        {
            ReportList(list, field);
            return;
        }

        var path = entry.Path.Length == 0 ? field : $"{entry.Path}.{field}";
        var items = new List<ObjectEntry>();
        foreach (var item in tree.GetChildren(list))
        {
            var itemPath = string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]");
            items.Add(new ObjectEntry(item, itemPath, itemType, template));
        }

        for (var i = items.Count - 1; i >= 0; i--)
        {
            _pending.Push(items[i]);
        }
    }

    private ObjectContent CreateContent(ObjectEntry entry, ObjectType written, ObjectType type)
    {
        var metadata = tree.FindEntry(entry.Node, "metadata");
        var content = new ObjectContent
        {
            Tree = tree,
            Node = entry.Node,
            Path = entry.Path,
            Type = type,
            Template = entry.Template,
            Name = ReadText(metadata, "name", entry.Template),
            Additions = FindAdditions(written, type),
        };
        SetNamespace(content, metadata);
        return content;
    }

    /// <summary>Sets the namespace: in a template only one that is a parameter counts, as in OpenShift.</summary>
    private void SetNamespace(ObjectContent content, int metadata)
    {
        var written = ReadText(metadata, "namespace", null);
        var counts = content.Template is null || ParameterReferences.Contains(written);
        content.Namespace = counts ? ReadText(metadata, "namespace", content.Template) : "";
        if (content.Namespace.Length == 0 && settings.Namespace is { } ns && KnownKinds.IsNamespaced(content.Type))
        {
            content.Namespace = ns;
        }

        if (content.Namespace.Length == 0 ? written.Length > 0 && !counts : !counts || written.Length == 0)
        {
            content.Additions |= ObjectAdditions.Namespace;
        }
    }

    private static ObjectType Complete(ObjectType written, ObjectType general) => new(
        written.Kind.Length == 0 ? general.Kind ?? "" : written.Kind,
        written.ApiVersion.Length == 0 && written.Kind is "" ? general.ApiVersion ?? "" : CompleteVersion(written, general));

    private static string CompleteVersion(ObjectType written, ObjectType general) =>
        written.ApiVersion.Length == 0 && written.Kind == general.Kind ? general.ApiVersion : written.ApiVersion;

    private static ObjectAdditions FindAdditions(ObjectType written, ObjectType type)
    {
        var additions = written.Kind == type.Kind ? ObjectAdditions.None : ObjectAdditions.Kind;
        return written.ApiVersion == type.ApiVersion ? additions : additions | ObjectAdditions.ApiVersion;
    }

    private string ReadText(ObjectEntry entry, string key) => ReadText(entry.Node, key, entry.Template);

    private string ReadText(int node, string key, TemplateScope? template)
    {
        var found = node < 0 ? -1 : tree.FindEntry(node, key);
        if (found < 0 || tree.Nodes[tree.Resolve(found)] is var scalar && ScalarJson.FindType(scalar, tree.GetTextSpan(found)) == YamlScalarType.Null)
        {
            return "";
        }

        var text = tree.GetText(found);
        return template is null ? text : template.Expand(text, "", null).Text;
    }

    private bool IsSequence(int node) => node >= 0 && tree.Nodes[tree.Resolve(node)].Kind == TextNodeKind.Sequence;

    private void ReportItem(ObjectEntry entry)
    {
        if (entry.Path.Length > 0 && !IsNull(entry.Node))
        {
            problems.Add(LoadTexts.ItemIsNoObject(tree.GetPlace(entry.Node), entry.Path));
        }
    }

    private void ReportList(int list, string field)
    {
        if (list >= 0 && !IsNull(list))
        {
            problems.Add(LoadTexts.ItemsAreNoList(tree.GetPlace(list), field));
        }
    }

    private bool IsNull(int node)
    {
        var resolved = tree.Resolve(node);
        return tree.Nodes[resolved].Kind == TextNodeKind.Scalar
            && ScalarJson.FindType(tree.Nodes[resolved], tree.GetTextSpan(resolved)) == YamlScalarType.Null;
    }
}
