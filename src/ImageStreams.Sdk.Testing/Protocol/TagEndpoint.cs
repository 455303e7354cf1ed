using System.Globalization;

namespace ImageStreams.Testing.Protocol;

/// <summary><c>/v2/NAME/tags/list?n=COUNT&amp;last=TAG</c>, in lexical order.</summary>
internal sealed class TagEndpoint(RegistryStore store, Func<int> pageSize)
{
    public WireResponse Handle(WireRequest request) => request.IsRead
        ? store.Read(
            request.Host,
            request.Route.Repository,
            repository => Page(request, [.. repository.Tags.Keys]),
            () => Answers.NameUnknown)
        : Answers.MethodNotAllowed;

    private WireResponse Page(WireRequest request, string[] tags)
    {
        var last = request.Parameter("last");
        var size = SizeOf(request);
        var rest = tags.Where(tag => string.CompareOrdinal(tag, last) > 0 || last.Length == 0).ToList();
        var page = rest.Take(size).ToList();
        var answer = WireResponse.OfJson(json =>
        {
            json.WriteString("name", request.Route.Repository);
            json.WriteStartArray("tags");
            page.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        });
        return page.Count < rest.Count
            ? answer.With(WireHeaders.Link, $"<{request.Path}?n={size}&last={Uri.EscapeDataString(page[^1])}>; rel=\"next\"")
            : answer;
    }

    private int SizeOf(WireRequest request)
    {
        var asked = int.TryParse(request.Parameter("n"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : int.MaxValue;
        return Math.Min(asked, pageSize());
    }
}
