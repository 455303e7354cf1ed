using System.Buffers;
using System.Globalization;
using System.Text;

namespace ImageStreams.References;

/// <summary>Percent-encoding of hosts as Go's <c>net/url</c> prints them.</summary>
internal static class HostEscaping
{
    // RFC 3986, 3.2.2: the characters of a host, and three more that Go does not escape.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~!$&'()*+,;=:[]<>\""u8);

    public static string Escape(string host)
    {
        var utf8 = Encoding.UTF8.GetBytes(host);
        if (!utf8.AsSpan().ContainsAnyExcept(Plain))
        {
            return host;
        }

        var escaped = new StringBuilder(utf8.Length + 16);
        foreach (var b in utf8)
        {
            _ = Plain.Contains(b)
                ? escaped.Append((char)b)
                : escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return escaped.ToString();
    }
}
