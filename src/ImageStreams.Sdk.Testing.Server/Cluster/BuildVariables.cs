using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>Sets the environment variables of a build that its request names.</summary>
internal static class BuildVariables
{
    /// <summary>Sets variables of the strategy, in place; they replace those of the same names.</summary>
    public static void Set(JsonObject strategy, IEnumerable<JsonObject> variables)
    {
        var used = strategy.Select(static field => field.Value).OfType<JsonObject>().FirstOrDefault();
        foreach (var variable in used is null ? [] : variables)
        {
            var env = used!["env"] as JsonArray ?? [];
            used["env"] = env;
            env.RemoveAll(one => (string?)one?["name"] == variable.FindText("name"));
            env.Add(variable.DeepClone());
        }
    }
}
