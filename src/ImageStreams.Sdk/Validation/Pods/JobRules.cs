namespace ImageStreams.Validation;

/// <summary>Validates jobs, which run pods to an end, at once or by a schedule.</summary>
internal sealed class JobRules(PodTemplateRules template, FieldErrors errors)
{
    /// <summary>The maximum length of the name of a CronJob, to which a server appends 11 characters for its jobs.</summary>
    private const int MaxName = 52;

    /// <summary>Checks the name of a CronJob.</summary>
    public static void CheckName(FieldNode name, FieldErrors errors)
    {
        if (name.Text.Length > MaxName)
        {
            errors.Invalid(name.Path, name.Text,
                $"The name has more than {MaxName} characters, so that its jobs could have none: shorten it.");
        }
    }

    /// <summary>Checks the specification of a job.</summary>
    public void Check(FieldNode job)
    {
        errors.CheckNotNegative(job["parallelism"]);
        errors.CheckNotNegative(job["completions"]);
        errors.CheckNotNegative(job["activeDeadlineSeconds"]);
        errors.CheckNotNegative(job["backoffLimit"]);
        errors.CheckNotNegative(job["ttlSecondsAfterFinished"]);
        template.Check(job["template"]);
        CheckRestartPolicy(job["template"]["spec"]["restartPolicy"]);
    }

    /// <summary>Checks the specification of a CronJob.</summary>
    public void CheckScheduled(FieldNode spec)
    {
        if (spec["schedule"].Text.Length == 0)
        {
            errors.Required(spec["schedule"].Path, "The CronJob needs a schedule, such as '0 3 * * *'.");
        }

        errors.CheckNotNegative(spec["startingDeadlineSeconds"]);
        var policy = spec["concurrencyPolicy"];
        if (policy.Text is not ("" or "Allow" or "Forbid" or "Replace"))
        {
            errors.NotSupported(policy.Path, policy.Text,
                $"'{NameTexts.Excerpt(policy.Text)}' is not possible: use Allow, Forbid, or Replace.");
        }

        Check(spec["jobTemplate"]["spec"]);
        errors.CheckNotNegative(spec["successfulJobsHistoryLimit"]);
        errors.CheckNotNegative(spec["failedJobsHistoryLimit"]);
    }

    private void CheckRestartPolicy(FieldNode policy)
    {
        if (policy.Text is "" or "Always")
        {
            errors.Required(policy.Path, "The pods of a job end: set the policy OnFailure or Never.");
        }
        else if (policy.Text is not ("OnFailure" or "Never"))
        {
            errors.NotSupported(policy.Path, policy.Text, "The pods of a job end: use the policy OnFailure or Never.");
        }
    }
}
