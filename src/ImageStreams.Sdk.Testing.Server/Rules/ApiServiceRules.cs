using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of APIServices: a name of version and group, priorities in their ranges, and a service that can be asked.</summary>
internal sealed class ApiServiceRules : KindRules
{
    private const long MaxGroupPriority = 20_000;
    private const long MaxVersionPriority = 1_000;

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old)
    {
        var spec = value.FindObject("spec") ?? [];
        return ValidateNames(value, spec)
            .Concat(ValidatePriority(spec, "groupPriorityMinimum", MaxGroupPriority))
            .Concat(ValidatePriority(spec, "versionPriority", MaxVersionPriority))
            .Concat(spec.FindObject("service") is { } service ? ValidateService(spec, service) : ValidateLocal(spec));
    }

    private static IEnumerable<FieldError> ValidateNames(JsonObject value, JsonObject spec)
    {
        var (group, version) = (spec.FindText("group") ?? "", spec.FindText("version") ?? "");
        var name = value.FindText("metadata", "name");
        if (name != $"{version}.{group}")
        {
            yield return Invalid("metadata.name", name, $"must be `spec.version+\".\"+spec.group`: \"{version}.{group}\"");
        }

        if (group.Length == 0 && version != "v1")
        {
            yield return Required("spec.group", "only v1 may have an empty group and it better be legacy kube");
        }
    }

    private static IEnumerable<FieldError> ValidatePriority(JsonObject spec, string field, long most)
    {
        if ((spec.FindNumber(field) ?? 0) is var priority && (priority <= 0 || priority > most))
        {
            yield return Invalid($"spec.{field}", priority, string.Create(CultureInfo.InvariantCulture, $"must be positive and less than {most}"));
        }
    }

    private static IEnumerable<FieldError> ValidateService(JsonObject spec, JsonObject service)
    {
        foreach (var field in (string[])["namespace", "name"])
        {
            if (string.IsNullOrEmpty(service.FindText(field)))
            {
                yield return Required($"spec.service.{field}", "");
            }
        }

        if (spec.IsTrue("insecureSkipTLSVerify") && !string.IsNullOrEmpty(spec.FindText("caBundle")))
        {
            yield return Invalid("spec.insecureSkipTLSVerify", true, "may not be true if caBundle is present");
        }
    }

    private static IEnumerable<FieldError> ValidateLocal(JsonObject spec)
    {
        if (spec.FindText("caBundle") is { Length: > 0 } bundle)
        {
            var bytes = Convert.FromBase64String(bundle).Length;
            yield return Invalid("spec.caBundle", string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"), "local APIServices may not have a caBundle");
        }

        if (spec.IsTrue("insecureSkipTLSVerify"))
        {
            yield return Invalid("spec.insecureSkipTLSVerify", true, "local APIServices may not have insecureSkipTLSVerify");
        }
    }
}
