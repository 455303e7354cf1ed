using System.Text;

namespace ImageStreams.Manifests;

/// <summary>The parameters and labels of a template, and of the templates around it.</summary>
internal sealed class TemplateScope
{
    /// <summary>The maximum number of characters that the parameters of one text may add up to.</summary>
    private const int MaxTextLength = 4 * 1024 * 1024;

    private readonly TemplateScope[] _outermostFirst;
    private readonly ExpansionBudget _budget;

    public TemplateScope(TemplateScope? outer, Dictionary<string, TemplateValue> values, ExpansionBudget budget)
    {
        _budget = budget;
        Values = values;
        Outer = outer;
        _outermostFirst = outer is null ? [this] : [.. outer._outermostFirst, this];
    }

    public TemplateScope? Outer { get; }

    /// <summary>The values by the names of the parameters.</summary>
    public Dictionary<string, TemplateValue> Values { get; }

    /// <summary>The labels that every object gets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; set; } = [];

    /// <summary>Fills in the parameters of a text: those of the outermost template first, whose objects the others are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The name of the field with the text.</param>
    /// <param name="report">Called for what cannot be filled in, or null.</param>
    public ExpandedText Expand(string text, string field, Action<TemplateFlaw>? report)
    {
        foreach (var scope in _outermostFirst)
        {
            if (!text.Contains("${", StringComparison.Ordinal))
            {
                break;
            }

            if (scope.FindWhole(text) is { } value && _budget.TryTake(value.Text!.Length))
            {
                return ToJson(text, value, report);
            }

            text = scope.ExpandOwn(text);
        }

        ReportUnknown(text, field, report);
        return new ExpandedText(text, false);
    }

    /// <summary>Finds the parameter of a text that is <c>${{X}}</c> and nothing else.</summary>
    private TemplateValue? FindWhole(string text)
    {
        if (!text.StartsWith("${{", StringComparison.Ordinal) || !text.EndsWith("}}", StringComparison.Ordinal) || text.Length < 6)
        {
            return null;
        }

        return Values.TryGetValue(text[3..^2], out var value) && value.Text is not null ? value : null;
    }

    private static ExpandedText ToJson(string text, TemplateValue value, Action<TemplateFlaw>? report)
    {
        if (value.IsJson)
        {
            return new ExpandedText(value.Text!, true);
        }

        report?.Invoke(new TemplateFlaw(text[3..^2], text, false));
        return new ExpandedText(value.Text!, false);
    }

    private string ExpandOwn(string text)
    {
        var expanded = new StringBuilder(text.Length);
        var at = 0;
        foreach (var reference in ParameterReferences.Find(text))
        {
            if (Values.TryGetValue(reference.Name, out var value) && value.Text is not null && expanded.Length < MaxTextLength
                && _budget.TryTake(value.Text.Length))
            {
                expanded.Append(text, at, reference.Start - at).Append(value.Text);
                at = reference.End;
            }
        }

        return at == 0 ? text : expanded.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Reports references that stay: in the name of an object or an image they are mistakes; elsewhere they may be those
    /// of a shell.</summary>
    private void ReportUnknown(string text, string field, Action<TemplateFlaw>? report)
    {
        if (report is null || field is not ("name" or "namespace" or "image" or "dockerImageRepository"))
        {
            return;
        }

        foreach (var reference in ParameterReferences.Find(text))
        {
            if (!_outermostFirst.Any(scope => scope.Values.ContainsKey(reference.Name)))
            {
                report(new TemplateFlaw(reference.Name, text, true));
            }
        }
    }
}
