using System.Runtime.CompilerServices;
using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>Gathers the tags of a way; the first few cost no list, since few ways are longer.</summary>
internal struct HopList
{
    private const int Few = 4;

    private InlineArray4<TagHop> _first;
    private List<TagHop>? _more;

    public int Count { get; private set; }

    public readonly TagHop this[int index] => index < Few ? _first[index] : _more![index - Few];

    public void Add(TagHop hop)
    {
        if (Count < Few)
        {
            _first[Count] = hop;
        }
        else
        {
            (_more ??= []).Add(hop);
        }

        Count++;
    }

    /// <summary>The first so many of the tags.</summary>
    public readonly ValueList<TagHop> Take(int count)
    {
        var hops = new TagHop[count];
        for (var i = 0; i < Math.Min(count, Few); i++)
        {
            hops[i] = _first[i];
        }

        if (count > Few)
        {
            _more!.CopyTo(0, hops, Few, count - Few);
        }

        return ValueList<TagHop>.Own(hops);
    }
}
