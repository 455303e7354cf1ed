using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Tool;

/// <summary>Writes the objects of a deployment: as one stream of YAML, or each into a file.</summary>
internal static class DeployFiles
{
    /// <summary>Writes all objects to the output.</summary>
    public static async Task WriteAsync(TextWriter output, IEnumerable<JsonObject> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            await output.WriteAsync($"---\n{DeployDocuments.Format(document)}".AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes each object into a file, whose number keeps the order in which they are created.</summary>
    /// <exception cref="ToolException">A file cannot be written.</exception>
    public static async Task WriteAsync(string folder, IEnumerable<JsonObject> documents, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (index, document) in documents.Index())
            {
                var path = Path.Combine(folder, CreateName(index, document));
                await File.WriteAllTextAsync(path, DeployDocuments.Format(document), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ToolException.Failed($"{folder} cannot be written: {e.Message}", e);
        }
    }

#pragma warning disable CA1308 // Names of files are in lower case.
    private static string CreateName(int index, JsonObject document) => string.Create(
        CultureInfo.InvariantCulture, $"{index:00}-{document["kind"]!.GetValue<string>().ToLowerInvariant()}-{document["metadata"]!["name"]!.GetValue<string>()}.yaml");
#pragma warning restore CA1308
}
