using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of StatefulSets, and of DaemonSets as far as they are the same: their update strategy and their selector.</summary>
/// <param name="rollingUpdate">The defaults of a rolling update, as names and numbers.</param>
internal class UpdatedWorkloadRules(params (string Name, int Value)[] rollingUpdate)
    : WorkloadRules("spec", "template", "spec")
{
    public override void SetDefaults(JsonObject value)
    {
        base.SetDefaults(value);
        var strategy = value.GetOrAddObject("spec").GetOrAddObject("updateStrategy");
        strategy.SetMissing("type", "RollingUpdate");
        if (strategy.FindText("type") == "RollingUpdate")
        {
            var rolling = strategy.GetOrAddObject("rollingUpdate");
            foreach (var (name, number) in rollingUpdate)
            {
                rolling.SetMissing(name, number);
            }
        }
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) =>
        [.. base.Validate(value, old), .. ValidateSelector(value, old)];
}
