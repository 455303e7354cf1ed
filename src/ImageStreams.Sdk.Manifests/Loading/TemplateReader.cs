using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Reads the parameters and labels of a template.</summary>
internal sealed class TemplateReader(TextTree tree, LoadSettings settings, ICollection<ManifestProblem> problems, ExpansionBudget budget)
{
    private const int MaxLabels = 64;

    /// <summary>Reads a template, whose own texts the templates around it have filled in.</summary>
    public TemplateScope Read(int template, TemplateScope? outer)
    {
        var scope = new TemplateScope(outer, new Dictionary<string, TemplateValue>(StringComparer.Ordinal), budget);
        var parameters = tree.FindEntry(template, "parameters");
        foreach (var parameter in parameters < 0 ? default : tree.GetChildren(parameters))
        {
            ReadParameter(parameter, scope);
        }

        if (parameters >= 0)
        {
            ExamineScalars(parameters);
        }

        scope.Labels = ReadLabels(template, scope);
        return scope;
    }

    private void ExamineScalars(int parameters)
    {
        foreach (var problem in ScalarReadings.Create(tree, parameters).Problems)
        {
            problems.Add(problem);
        }
    }

    private void ReadParameter(int parameter, TemplateScope scope)
    {
        var name = ReadText(parameter, "name", scope.Outer);
        if (name.Length == 0)
        {
            problems.Add(LoadTexts.NamelessParameter(tree.GetPlace(parameter)));
            return;
        }

        var value = FindValue(parameter, name, scope.Outer);
        if (value.Length == 0 && ReadText(parameter, "required", scope.Outer) == "true")
        {
            problems.Add(LoadTexts.RequiredParameter(tree.GetPlace(parameter), name));
            scope.Values[name] = new TemplateValue(null);
            return;
        }

        scope.Values[name] = new TemplateValue(value);
    }

    private string FindValue(int parameter, string name, TemplateScope? outer)
    {
        if (settings.Parameters.TryGetValue(name, out var given))
        {
            return given;
        }

        var value = ReadText(parameter, "value", outer);
        return value.Length > 0 ? value : Generate(parameter, name, outer);
    }

    private string Generate(int parameter, string name, TemplateScope? outer)
    {
        var generator = ReadText(parameter, "generate", outer);
        if (generator.Length == 0)
        {
            return "";
        }

        var expression = ReadText(parameter, "from", outer);
        var value = generator == "expression" ? new ParameterExpression(expression, CreateSeed(name)).Generate() : null;
        if (value is null)
        {
            problems.Add(LoadTexts.MalformedGenerator(tree.GetPlace(parameter), name));
        }

        return value ?? "";
    }

    /// <summary>Mixes the seed and the name, so that each parameter has a value of its own (FNV-1a).</summary>
    private ulong CreateSeed(string name)
    {
        var hash = 0xCBF29CE484222325 ^ (uint)settings.Seed;
        foreach (var part in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ part) * 0x100000001B3;
        }

        return hash;
    }

    private List<KeyValuePair<string, string>> ReadLabels(int template, TemplateScope scope)
    {
        var labels = new List<KeyValuePair<string, string>>();
        var node = tree.FindEntry(template, "labels");
        foreach (var label in node < 0 ? default : tree.GetChildren(node))
        {
            if (labels.Count == MaxLabels)
            {
                problems.Add(LoadTexts.TooManyLabels(tree.GetPlace(label), MaxLabels));
                break;
            }

            var key = scope.Expand(tree.GetKey(label), "", null).Text;
            labels.Add(KeyValuePair.Create(key, scope.Expand(tree.GetText(label), "", null).Text));
        }

        return labels;
    }

    private string ReadText(int parameter, string key, TemplateScope? outer)
    {
        var node = tree.FindEntry(parameter, key);
        var text = node < 0 || IsNull(node) ? "" : tree.GetText(node);
        return outer is null ? text : outer.Expand(text, "", null).Text;
    }

    private bool IsNull(int node)
    {
        var resolved = tree.Resolve(node);
        return tree.Nodes[resolved].Kind == TextNodeKind.Scalar
            && ScalarJson.FindType(tree.Nodes[resolved], tree.GetTextSpan(resolved)) == YamlScalarType.Null;
    }
}
