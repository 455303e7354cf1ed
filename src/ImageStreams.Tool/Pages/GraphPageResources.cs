using System.IO.Compression;
using System.Text;

namespace ImageStreams.Tool;

/// <summary>The parts of the page that are the same for every graph, embedded in this assembly.</summary>
internal static class GraphPageResources
{
    /// <summary>The files of the folder <c>Script</c>, in the order in which they need each other.</summary>
    private static readonly string[] ScriptParts =
    [
        "graph", "components", "impact", "folding", "elements", "shapes", "drawing", "layout", "packing", "ends", "items",
        "overview", "panel", "state", "stage", "light", "selection", "filters", "namespaces", "camera", "pointer", "keyboard",
        "search", "legend", "theme", "page",
    ];

    /// <summary>The outline, with places for the other parts such as <c>{{script}}</c>.</summary>
    public static string Template => Read("page.html");

    /// <summary>The style sheet.</summary>
    public static string Style => Read("page.css");

    /// <summary>The script, joined from its parts.</summary>
    public static string Script => string.Concat(ScriptParts.Select(part => Read($"{part}.js")));

    /// <summary>The script that lays out a graph beside the page.</summary>
    public static string Worker => Read("worker.js");

    /// <summary>The licenses of the layout library.</summary>
    public static string Notices => Read("THIRD-PARTY-NOTICES.txt");

    /// <summary>Gets the layout library, compressed and in Base64, because its text has control characters.</summary>
    public static string GetLibrary()
    {
        using var packed = new MemoryStream();
        using (var source = Open("graphviz.js"))
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            source.CopyTo(gzip);
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static Stream Open(string name) =>
        typeof(GraphPageResources).Assembly.GetManifestResourceStream($"page/{name}")
        ?? throw new InvalidOperationException($"The part {name} of the page is not embedded.");
}
