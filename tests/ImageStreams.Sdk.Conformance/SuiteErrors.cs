using System.Text.Json.Nodes;

namespace ImageStreams.Conformance;

/// <summary>Errors in the shape of a case's output.</summary>
internal static class SuiteErrors
{
    public static JsonObject Error(string kind) => new() { ["error"] = new JsonObject { ["kind"] = kind } };
}
