namespace Phm.Notebook.Diagrams;

/// <summary>The outline of a box, by the brackets that ask for it.</summary>
internal enum NodeShape
{
    /// <summary><c>[ ]</c></summary>
    Rectangle,

    /// <summary><c>( )</c></summary>
    Rounded,

    /// <summary><c>([ ])</c></summary>
    Stadium,

    /// <summary><c>[[ ]]</c></summary>
    Subroutine,

    /// <summary><c>[( )]</c></summary>
    Cylinder,

    /// <summary><c>(( ))</c></summary>
    Circle,

    /// <summary><c>((( )))</c></summary>
    DoubleCircle,

    /// <summary><c>{ }</c></summary>
    Diamond,

    /// <summary><c>{{ }}</c></summary>
    Hexagon,

    /// <summary><c>[/ /]</c></summary>
    LeaningRight,

    /// <summary><c>[\ \]</c></summary>
    LeaningLeft,

    /// <summary><c>[/ \]</c></summary>
    Trapezoid,

    /// <summary><c>[\ /]</c></summary>
    TurnedTrapezoid,

    /// <summary><c>&gt; ]</c></summary>
    Flag,
}
