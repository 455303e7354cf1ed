namespace ImageStreams.Validation;

/// <summary>Validates the strategy of a deployment configuration; an absent type means Rolling.</summary>
internal sealed class DeploymentStrategyRules(FieldNode pod, FieldErrors errors)
{
    private readonly LifecycleHookRules _hooks = new(pod, errors);

    /// <summary>Checks all fields, in the order of the server.</summary>
    public void Check(FieldNode strategy)
    {
        VariableRules.CheckOfDeployer(strategy["customParams"]["environment"], errors);
        CheckType(strategy);
        LabelRules.Check(strategy["labels"].ToMap(), strategy["labels"].Path, errors);
        AnnotationRules.Check(strategy["annotations"].ToMap(), strategy["annotations"].Path, errors);
        CheckDeadline(strategy);
    }

    private void CheckType(FieldNode strategy)
    {
        switch (strategy["type"].Text)
        {
            case "" or "Rolling":
                CheckRolling(strategy["rollingParams"]);
                break;
            case "Recreate":
                CheckRecreate(strategy["recreateParams"]);
                break;
            case "Custom":
                CheckCustom(strategy);
                break;
            case var type:
                errors.Invalid(strategy["type"].Path, type,
                    $"'{NameTexts.Excerpt(type)}' is not a strategy: use Rolling, Recreate, or Custom.");
                break;
        }
    }

    private void CheckCustom(FieldNode strategy)
    {
        if (!strategy["customParams"].Exists)
        {
            errors.Required(strategy["customParams"].Path, "The strategy Custom needs customParams, with the image that deploys.");
        }

        CheckRolling(strategy["rollingParams"]);
        CheckRecreate(strategy["recreateParams"]);
    }

    private void CheckRolling(FieldNode rolling)
    {
        if (!rolling.Exists)
        {
            return;
        }

        CheckPositive(rolling["intervalSeconds"]);
        CheckPositive(rolling["updatePeriodSeconds"]);
        CheckPositive(rolling["timeoutSeconds"]);
        RollingLimitRules.Check(rolling, errors);
        _hooks.Check(rolling["pre"]);
        _hooks.Check(rolling["post"]);
    }

    private void CheckRecreate(FieldNode recreate)
    {
        CheckPositive(recreate["timeoutSeconds"]);
        _hooks.Check(recreate["pre"]);
        _hooks.Check(recreate["mid"]);
        _hooks.Check(recreate["post"]);
    }

    private void CheckPositive(FieldNode seconds)
    {
        if (seconds.Number is < 1 and var value)
        {
            errors.Invalid(seconds.Path, value, $"The time is {value} s, but must be more than 0 s.");
        }
    }

    private void CheckDeadline(FieldNode strategy)
    {
        errors.CheckNotNegative(strategy["activeDeadlineSeconds"]);
        var times = new DeploymentTimes(strategy);
        if (times.ComparesTimeout && times.Deadline <= times.Timeout)
        {
            errors.Invalid(strategy["activeDeadlineSeconds"].Path, times.Deadline,
                $"The deadline is {times.Deadline} s, but must be more than the timeout of {times.Timeout} s.");
        }
    }
}
