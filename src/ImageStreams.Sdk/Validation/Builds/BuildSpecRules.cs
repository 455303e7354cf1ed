namespace ImageStreams.Validation;

/// <summary>Validates the part of a build configuration that each of its builds has.</summary>
internal sealed class BuildSpecRules(FieldNode spec, FieldErrors errors)
{
    private readonly BuildReferenceRules _references = new(errors);

    /// <summary>Checks all fields, in the order of the server.</summary>
    public void Check()
    {
        new BuildSourceRules(spec, errors).Check();
        CheckDeadline(spec["completionDeadlineSeconds"]);
        CheckOutput(spec["output"]);
        new BuildStrategyRules(errors).Check(spec["strategy"]);
        CheckPostCommit(spec["postCommit"]);
        CheckNodeSelector(spec["nodeSelector"]);
    }

    private void CheckDeadline(FieldNode deadline)
    {
        if (deadline.Number is <= 0 and var seconds)
        {
            errors.Invalid(deadline.Path, seconds, $"The deadline is {seconds} s, but must be more than 0 s.");
        }
    }

    private void CheckOutput(FieldNode output)
    {
        if (output["to"].Exists)
        {
            _references.CheckTarget(output["to"]);
        }

        _references.CheckSecret(output["pushSecret"]);
        ImageLabelRules.Check(output["imageLabels"], errors);
    }

    private void CheckPostCommit(FieldNode hook)
    {
        if (hook["script"].Text.Length > 0 && hook["command"].Count > 0)
        {
            errors.Invalid(hook.Path, null, "A hook runs either a script or a command: remove one of them.");
        }
    }

    private void CheckNodeSelector(FieldNode selector)
    {
        foreach (var (key, value) in selector.ToMap())
        {
            if (!QualifiedName.FindProblems(key, "label key").IsEmpty || !LabelRules.IsValue(value))
            {
                errors.Invalid(selector.Path.Key(key), value,
                    $"'{NameTexts.Excerpt(key)}={NameTexts.Excerpt(value)}' is not a label that a node can have.");
            }
        }
    }
}
