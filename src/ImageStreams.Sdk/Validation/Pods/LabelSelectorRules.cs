using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates the selector of a controller, and that it finds the pods of the template.</summary>
internal static class LabelSelectorRules
{
    /// <summary>Checks a selector with labels and expressions.</summary>
    public static void Check(FieldNode selector, FieldNode template, FieldErrors errors)
    {
        if (!selector.Exists)
        {
            errors.Required(selector.Path, "The controller needs a selector that finds the pods of its template.");
            return;
        }

        var before = errors.Count;
        LabelRules.Check(selector["matchLabels"].ToMap(), selector["matchLabels"].Path, errors);
        foreach (var expression in selector["matchExpressions"].GetItems())
        {
            CheckExpression(expression, errors);
        }

        if (selector["matchLabels"].ToMap().IsEmpty && selector["matchExpressions"].Count == 0)
        {
            errors.Invalid(selector.Path, null, "The selector is empty: set matchLabels to the labels of the template.");
        }
        else if (errors.Count == before)
        {
            CheckFinds(selector, template, errors);
        }
    }

    private static void CheckExpression(FieldNode expression, FieldErrors errors)
    {
        var key = expression["key"];
        var values = expression["values"];
        switch (expression["operator"].Text)
        {
            case "In" or "NotIn" when values.Count == 0:
                errors.Required(values.Path, "The operator needs at least one value.");
                break;
            case "Exists" or "DoesNotExist" when values.Count > 0:
                errors.Forbidden(values.Path, "The operator takes no values: remove them.");
                break;
            case "In" or "NotIn" or "Exists" or "DoesNotExist":
                break;
            case var other:
                errors.Invalid(expression["operator"].Path, other,
                    $"'{NameTexts.Excerpt(other)}' is not an operator: use In, NotIn, Exists, or DoesNotExist.");
                break;
        }

        errors.Invalid(key.Path, key.Text, QualifiedName.FindProblems(key.Text, "label key"));
    }

    private static void CheckFinds(FieldNode selector, FieldNode template, FieldErrors errors)
    {
        PodTemplateRules.CheckSelected(template, selector["matchLabels"].ToMap(), errors);
        var labels = template["metadata"]["labels"];
        var given = labels.ToMap();
        if (selector["matchExpressions"].GetItems().FirstOrDefault(expression => !Matches(expression, given)) is { Exists: true } failed)
        {
            PodTemplateRules.AddUnselected(labels, failed["key"].Text, errors);
        }
    }

    private static bool Matches(FieldNode expression, ValueMap<string> labels)
    {
        var isSet = labels.TryGetValue(expression["key"].Text, out var label);
        return expression["operator"].Text switch
        {
            "In" => isSet && HasValue(expression, label!),
            "NotIn" => !isSet || !HasValue(expression, label!),
            "Exists" => isSet,
            _ => !isSet,
        };
    }

    private static bool HasValue(FieldNode expression, string label) =>
        expression["values"].GetItems().Any(value => value.Text == label);
}
