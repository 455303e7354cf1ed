using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Conformance;

/// <summary>Answers the cases of one suite through the public API.</summary>
public interface ISuite
{
    /// <summary>The suite's name, which is its file's name.</summary>
    string Name { get; }

    /// <summary>The comparison for the answers of this suite.</summary>
    JsonComparison Comparison { get; }

    /// <summary>The answer to one case, in the shape of its <c>output</c>.</summary>
    JsonNode? Answer(string operation, JsonElement input);
}
